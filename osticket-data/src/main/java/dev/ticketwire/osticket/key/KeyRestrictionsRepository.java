package dev.ticketwire.osticket.key;

import dev.ticketwire.osticket.schema.KeyRestrictions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Restrictions of all keys, osTicket's and Ticketwire's own. */
@ApplicationScoped
class KeyRestrictionsRepository implements PanacheRepositoryBase<KeyRestrictions, Integer> {

    /** Replaces the key's restrictions by those of {@code terms}. */
    KeyRestrictions store(int keyId, KeyTerms terms) {
        KeyRestrictions row = findById(keyId);
        if (row == null) {
            row = new KeyRestrictions();
            row.keyId = keyId;
            persist(row);
        }
        row.departments = joined(terms.departments());
        row.addresses = joined(terms.addresses());
        row.seesNotes = terms.seesNotes();
        row.maySubscribe = terms.maySubscribe();
        row.expires = terms.expires();
        row.requestsPerSecond = terms.requestsPerSecond();
        row.inFlight = terms.inFlight();
        return row;
    }

    private static @Nullable String joined(@Nullable List<?> values) {
        return values == null ? null : values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
