package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.osticket.selection.Selection;
import dev.ticketwire.webhook.send.Target;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as deliveries need it. Immutable; a changed one is another object with a higher revision.
 *
 * @param selection which events it is told and what of them: its filters, and departments and notes of its key
 * @param template of the body; null for the event itself
 */
public record Subscription(
        int id,
        int revision,
        int keyId,
        State state,
        Selection selection,
        Target target,
        @Nullable JsonNode template) {

    /** Only of an active one are events delivered. */
    public enum State {
        ACTIVE,
        /** By its owner, an operator, its key, or because it failed for three days; goes on where it stopped. */
        PAUSED,
        /** The receiver answered 410; goes on where it stopped. */
        DISABLED
    }
}
