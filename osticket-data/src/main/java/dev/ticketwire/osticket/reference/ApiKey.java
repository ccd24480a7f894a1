package dev.ticketwire.osticket.reference;

import java.util.Set;

/**
 * A key of osTicket's key table.
 *
 * @param id its row
 * @param key the secret itself; never log it
 * @param address the one address it may be used from, {@code 0.0.0.0} for any
 * @param active whether it may be used at all
 * @param granted the permission columns that exist and are neither null nor 0, e.g. {@code can_read_tickets}, plus the
 *     legacy fallback where a column does not exist (see {@link ApiKeys})
 */
public record ApiKey(int id, String key, String address, boolean active, Set<String> granted) {
    @Override
    public String toString() {
        return "ApiKey[id=" + id + "]";
    }
}
