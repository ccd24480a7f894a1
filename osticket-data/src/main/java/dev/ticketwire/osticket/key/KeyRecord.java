package dev.ticketwire.osticket.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key. Its secret is not among what is known of it.
 *
 * @param isOwn whether it is Ticketwire's own; else it was made in osTicket's admin panel
 * @param osTicketAddress the one address of osTicket's own table, null for a key of Ticketwire's own
 * @param lastUsed null for never, or not yet noted
 */
public record KeyRecord(
        int id,
        boolean isOwn,
        KeyTerms terms,
        @Nullable String osTicketAddress,
        List<Secret> secrets,
        @Nullable Instant lastUsed) {

    /**
     * What is known of a secret.
     *
     * @param prefix how it begins, to recognise it by
     * @param created null if nobody knows
     * @param validUntil null for as long as the key
     */
    public record Secret(
            String prefix,
            @Nullable Instant created,
            @Nullable Instant validUntil) {}
}
