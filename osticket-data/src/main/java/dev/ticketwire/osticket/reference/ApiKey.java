package dev.ticketwire.osticket.reference;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of osTicket's key table, or one of Ticketwire's own.
 *
 * @param id of its row; ids of Ticketwire's own keys begin at {@link #OWN}
 * @param secrets accepted secrets
 * @param addresses IP addresses and CIDR ranges from which it may be used; {@code 0.0.0.0} alone for any
 * @param byText whether {@code addresses} is the single address of osTicket's table, which osTicket compares as text
 * @param active whether it may be used at all
 * @param granted the permission columns that exist and are neither null nor 0, e.g. {@code can_read_tickets}, plus the
 *     legacy fallback where a column does not exist (see {@link ApiKeyReader})
 */
public record ApiKey(
        int id,
        List<Secret> secrets,
        List<String> addresses,
        boolean byText,
        boolean active,
        Set<String> granted,
        KeySettings settings) {

    /** A key whose addresses are compared as addresses. */
    public ApiKey(
            int id,
            List<Secret> secrets,
            List<String> addresses,
            boolean active,
            Set<String> granted,
            KeySettings settings) {
        this(id, secrets, addresses, false, active, granted, settings);
    }

    /** The first id of Ticketwire's own keys. */
    public static final int OWN = 900_000_001;

    /**
     * The digest of a secret.
     *
     * @param digest see {@link SecretDigest}
     * @param until the time from which it is invalid, null for never
     */
    public record Secret(String digest, @Nullable Instant until) {
        @Override
        public String toString() {
            return "Secret";
        }
    }
}
