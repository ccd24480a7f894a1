package dev.ticketwire.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ticket. Text values are as sent; null means not sent or sent as null. Ids and names are resolved when the
 * command is applied, because the gateway accepts commands while the database is unavailable.
 *
 * <p>The wire form is flat: the components of the nested records are members of the command itself.
 *
 * @param routing in which an unknown or inactive help topic counts as not sent
 * @param parent ticket number; unless {@code strict}, also an internal id
 * @param fields all other members of the request by name: answers to form fields. Values are JSON values (String,
 *     Number, Boolean, List, Map or null)
 * @param externalId the caller's own id for the ticket, unique among those of its API key. If a ticket has this id
 *     already, no ticket is opened and the outcome is that ticket, with {@code {"existing":true}} as its answer
 * @param strict whether the rules of the short paths hold: the parent is found by its number alone, and a choice or a
 *     date among the answers must be valid. False for the plugin's paths and for commands of older gateways
 */
public record OpenTicket(
        @JsonUnwrapped Requester requester,
        @JsonUnwrapped Content content,
        @JsonUnwrapped TicketRouting routing,
        @Nullable String parent,
        @JsonUnwrapped Notifications notifications,
        @JsonUnwrapped Origin origin,
        Map<String, @Nullable Object> fields,
        @Nullable String externalId,
        boolean strict)
        implements Command {

    public static final String TYPE = "ticket.open.v1";

    /** The user who requests help. */
    public record Requester(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * The first message.
     *
     * @param format {@code markdown}, {@code html} or {@code text}; null if not sent: a data URI's media type decides,
     *     else it is HTML
     */
    public record Content(
            @Nullable String subject,
            @Nullable String message,
            @Nullable String format,
            List<Attachment> attachments) {}

    /**
     * @param alert whether agents are alerted
     * @param autorespond whether the requester gets an automatic answer
     */
    public record Notifications(boolean alert, boolean autorespond) {
        /** Agents are alerted and the requester gets an answer. */
        public static final Notifications ALL = new Notifications(true, true);
    }

    /**
     * @param source {@code API}, {@code Web}, {@code Email}, {@code Phone} or {@code Other}, in this spelling
     * @param ip stored on ticket and message: as sent, else the caller's address
     */
    public record Origin(String source, String ip) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String ticket() {
        return "";
    }

    @Override
    public Set<String> names() {
        return parent == null ? Set.of() : Set.of(Command.spelling(parent));
    }
}
