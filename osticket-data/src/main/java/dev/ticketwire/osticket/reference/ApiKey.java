package dev.ticketwire.osticket.reference;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of osTicket's key table, or one of Ticketwire's own.
 *
 * @param id its row; those of Ticketwire's own begin at {@link #OWN}
 * @param secrets what a caller may send for it
 * @param addresses IP addresses and CIDR ranges it may be used from, {@code 0.0.0.0} alone for any
 * @param byText whether they are the one text of osTicket's table, which osTicket compares as a text and not as an
 *     address
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

    /** One whose addresses are compared as such. */
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
     * What a caller sends, as its digest.
     *
     * @param digest see {@link SecretDigest}
     * @param until from when on it is no longer valid, null for never
     */
    public record Secret(String digest, @Nullable Instant until) {
        @Override
        public String toString() {
            return "Secret";
        }
    }
}
