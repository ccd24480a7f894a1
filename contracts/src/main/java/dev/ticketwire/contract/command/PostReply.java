package dev.ticketwire.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts a public reply on a ticket: of an agent if {@code staff} is set, else of a customer.
 *
 * @param ticket number only, never an internal id
 * @param staff the agent who replies: id, e-mail or username; null for a customer's message
 * @param email of the customer who writes: the ticket's owner or one of its collaborators; null for the owner. Never
 *     together with {@code staff}
 * @param body as sent, not blank
 * @param format {@code markdown}, {@code html} or {@code text}
 * @param ip stored on the entry
 * @param silent whether nobody is told by mail; false in commands of older gateways
 */
public record PostReply(
        String ticket,
        @Nullable String staff,
        @Nullable String email,
        String body,
        String format,
        List<Attachment> attachments,
        String ip,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean silent)
        implements Command {

    public static final String TYPE = "ticket.reply.v1";

    @Override
    public String type() {
        return TYPE;
    }
}
