package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.schema.KeyLastUse;
import dev.ticketwire.osticket.schema.KeyRestrictions;
import dev.ticketwire.osticket.schema.OwnKey;
import dev.ticketwire.osticket.schema.OwnKeySecret;
import dev.ticketwire.osticket.schema.UtcDateTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads and changes keys, each change in its own transaction. Blocks, and throws a {@link PersistenceException} if the
 * database does not answer or refuses. Uses the database's clock.
 */
@ApplicationScoped
public class KeyStore {
    private static final UtcDateTime TIME = new UtcDateTime();

    private final EntityManager entities;
    private final OsTicketKeys osTickets;
    private final OwnKeyRepository own;
    private final OwnKeySecretRepository secrets;
    private final KeyRestrictionsRepository restrictions;
    private final KeyLastUseRepository uses;

    KeyStore(
            EntityManager entities,
            OsTicketKeys osTickets,
            OwnKeyRepository own,
            OwnKeySecretRepository secrets,
            KeyRestrictionsRepository restrictions,
            KeyLastUseRepository uses) {
        this.entities = entities;
        this.osTickets = osTickets;
        this.own = own;
        this.secrets = secrets;
        this.restrictions = restrictions;
        this.uses = uses;
    }

    /** osTicket's by id, then Ticketwire's own by id. */
    @Transactional
    public List<KeyRecord> all() {
        Map<Integer, KeyRestrictions> restricted = byKey(restrictions.listAll(), row -> row.keyId);
        Map<Integer, KeyLastUse> used = byKey(uses.listAll(), row -> row.keyId);
        Map<Integer, List<OwnKeySecret>> valid =
                secrets.valid(now()).stream().collect(Collectors.groupingBy(secret -> secret.keyId));
        List<KeyRecord> keys = new ArrayList<>();
        osTickets.everyKey().forEach(row -> keys.add(KeyRecords.of(row, restricted.get(row.id()), used.get(row.id()))));
        own.everyKey()
                .forEach(key -> keys.add(KeyRecords.of(
                        key, restricted.get(key.id), used.get(key.id), valid.getOrDefault(key.id, List.of()))));
        return keys;
    }

    /** Creates one of Ticketwire's own keys. */
    @Transactional
    public KeyRecord add(KeyTerms terms, KeySecret secret) {
        Instant now = now();
        OwnKey key = new OwnKey();
        key.created = now;
        setTerms(key, terms);
        own.persist(key);
        int id = Objects.requireNonNull(key.id);
        restrictions.store(id, terms);
        secrets.add(id, secret, now);
        return record(key, now);
    }

    /**
     * Changes a key's terms. Concurrent changes are applied one after the other.
     *
     * @param change maps the current terms to the new ones; if it throws, the key stays unchanged
     * @return the changed key; empty if there is no such key
     */
    @Transactional
    public Optional<KeyRecord> change(int id, UnaryOperator<KeyTerms> change) {
        Optional<OsTicketKeys.Row> osTickets = this.osTickets.lock(id);
        if (osTickets.isPresent()) {
            return Optional.of(changed(osTickets.get(), change));
        }
        return own.lock(id).map(key -> {
            Instant now = now();
            KeyTerms terms = change.apply(record(key, now).terms());
            setTerms(key, terms);
            restrictions.store(id, terms);
            return record(key, now);
        });
    }

    /**
     * Gives one of Ticketwire's own keys a new secret.
     *
     * @param overlap how long its current secrets stay valid
     * @return the changed key; empty if there is no such key
     */
    @Transactional
    public Optional<KeyRecord> rotate(int id, KeySecret secret, Duration overlap) {
        return own.lock(id).map(key -> {
            Instant now = now();
            secrets.end(id, now, now.plus(overlap));
            secrets.add(id, secret, now);
            return record(key, now);
        });
    }

    /**
     * Deletes one of Ticketwire's own keys; one of osTicket's is disabled and stays.
     *
     * @return false if there is no such key
     */
    @Transactional
    public boolean revoke(int id) {
        Optional<OsTicketKeys.Row> osTickets = this.osTickets.lock(id);
        if (osTickets.isPresent()) {
            changed(osTickets.get(), KeyTerms::inactive);
            return true;
        }
        Optional<OwnKey> key = own.lock(id);
        key.ifPresent(this::delete);
        return key.isPresent();
    }

    /** Stores when keys were last used. */
    @Transactional
    public void used(Map<Integer, Instant> times) {
        uses.note(times);
    }

    private KeyRecord changed(OsTicketKeys.Row row, UnaryOperator<KeyTerms> change) {
        KeyLastUse use = uses.findById(row.id());
        KeyTerms before =
                KeyRecords.of(row, restrictions.findById(row.id()), use).terms();
        KeyTerms terms = change.apply(before);
        osTickets.change(row.id(), terms.isActive(), terms.permissions());
        KeyRestrictions stored = restrictions.store(row.id(), terms);
        return KeyRecords.of(row.with(terms.isActive(), terms.permissions()), stored, use);
    }

    private void delete(OwnKey key) {
        int id = Objects.requireNonNull(key.id);
        secrets.ofKey(id).forEach(secrets::delete);
        restrictions.deleteById(id);
        uses.deleteById(id);
        own.delete(key);
    }

    private KeyRecord record(OwnKey key, Instant now) {
        int id = Objects.requireNonNull(key.id);
        List<OwnKeySecret> valid = secrets.ofKey(id).stream()
                .filter(secret -> secret.validUntil == null || secret.validUntil.isAfter(now))
                .toList();
        return KeyRecords.of(key, restrictions.findById(id), uses.findById(id), valid);
    }

    private static void setTerms(OwnKey key, KeyTerms terms) {
        key.name = terms.name();
        key.active = terms.isActive();
        Permissions.grant(key, terms.permissions());
    }

    private Instant now() {
        Object text = entities.createNativeQuery("SELECT CAST(UTC_TIMESTAMP() AS CHAR)", String.class)
                .getSingleResult();
        return Objects.requireNonNull(TIME.convertToEntityAttribute((String) text));
    }

    private static <T> Map<Integer, T> byKey(List<T> rows, Function<T, Integer> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
