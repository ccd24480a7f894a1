package dev.ticketwire.osticket.key;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.schema.KeyLastUse;
import dev.ticketwire.osticket.schema.KeyRestrictions;
import dev.ticketwire.osticket.schema.OwnKey;
import dev.ticketwire.osticket.schema.OwnKeySecret;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link KeyRecord}s from rows. */
final class KeyRecords {
    /** By end of validity, then by age. */
    private static final Comparator<OwnKeySecret> ORDER = Comparator.comparing(
                    (OwnKeySecret secret) -> secret.validUntil, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(secret -> secret.created);

    private KeyRecords() {}

    static KeyRecord of(OsTicketKeys.Row row, @Nullable KeyRestrictions restrictions, @Nullable KeyLastUse use) {
        KeyTerms terms = terms(row.name(), row.isActive(), row.permissions(), restrictions);
        List<KeyRecord.Secret> secrets = List.of(new KeyRecord.Secret(row.prefix(), null, null));
        return new KeyRecord(row.id(), false, terms, row.address(), secrets, lastUsed(use));
    }

    /** @param secrets the valid ones */
    static KeyRecord of(
            OwnKey key, @Nullable KeyRestrictions restrictions, @Nullable KeyLastUse use, List<OwnKeySecret> secrets) {
        KeyTerms terms = terms(key.name, key.active, Permissions.of(key), restrictions);
        List<KeyRecord.Secret> known = secrets.stream()
                .sorted(ORDER)
                .map(secret -> new KeyRecord.Secret(secret.prefix, secret.created, secret.validUntil))
                .toList();
        return new KeyRecord(Objects.requireNonNull(key.id), true, terms, null, known, lastUsed(use));
    }

    private static KeyTerms terms(
            String name, boolean isActive, Set<String> permissions, @Nullable KeyRestrictions stored) {
        KeyRestrictions restrictions = stored == null ? new KeyRestrictions() : stored;
        return new KeyTerms(
                name,
                isActive,
                permissions,
                departments(restrictions.departments),
                split(restrictions.addresses),
                restrictions.seesNotes,
                restrictions.maySubscribe,
                restrictions.expires,
                restrictions.requestsPerSecond,
                restrictions.inFlight);
    }

    /**
     * A manually written text without valid departments becomes an empty list, also when other terms are changed: the
     * key is not accepted until its departments are set again.
     */
    private static @Nullable List<Integer> departments(@Nullable String text) {
        try {
            return text == null ? null : Departments.parse(text).ids();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static @Nullable List<String> split(@Nullable String text) {
        return text == null ? null : Arrays.asList(text.split(",", -1));
    }

    private static @Nullable Instant lastUsed(@Nullable KeyLastUse use) {
        return use == null ? null : use.lastUsed;
    }
}
