package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command with its identity and its destination for the outcome.
 *
 * @param orderKey the record's key: commands with the same one stay in order. Null for a command without an order to
 *     keep: such commands share a partition for a while, and so a record batch
 * @param ifMatch versions that the ticket may have, null for any
 * @param replyTo where the outcome is to be sent, null if no request waits for it
 */
public record OutgoingCommand(
        UUID id,
        EncodedCommand command,
        @Nullable String orderKey,
        @Nullable String ifMatch,
        @Nullable ReplyRoute replyTo) {

    /** A command of a bulk: unconditional, and no request waits for its outcome. */
    public static OutgoingCommand ofBulk(UUID id, EncodedCommand command, boolean repeatable) {
        return new OutgoingCommand(id, command, orderKey(id, command, repeatable), null, null);
    }

    static OutgoingCommand awaited(CommandIdentity identity, EncodedCommand command, ReplyRoute replyTo) {
        String orderKey = orderKey(identity.id(), command, identity.repeatable());
        return new OutgoingCommand(identity.id(), command, orderKey, identity.ifMatch(), replyTo);
    }

    /** Commands for one ticket stay in order, and so do the repeats of a command that has no ticket yet. */
    private static @Nullable String orderKey(UUID id, EncodedCommand command, boolean repeatable) {
        if (command.ticket().isEmpty()) {
            return repeatable ? id.toString() : null;
        }
        return Command.spelling(command.ticket());
    }
}
