package dev.ticketwire.osticket.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param isOwn whether it is Ticketwire's own; else it was created in osTicket's admin panel
 * @param osTicketAddress the address in osTicket's own table, null for Ticketwire's own keys
 * @param lastUsed null for never, or not stored yet
 */
public record KeyRecord(
        int id,
        boolean isOwn,
        KeyTerms terms,
        @Nullable String osTicketAddress,
        List<Secret> secrets,
        @Nullable Instant lastUsed) {

    /**
     * Data about a secret.
     *
     * @param prefix its first characters, by which people recognise it
     * @param created null if unknown
     * @param validUntil null for as long as the key
     */
    public record Secret(
            String prefix,
            @Nullable Instant created,
            @Nullable Instant validUntil) {}
}
