package dev.ticketwire.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes a ticket: all values or none. Values are validated in the order department, topic, parent, status, SLA,
 * agent, due date, priority, team, subject, fields, note, and the first error is reported. A null value was not sent; a
 * value that equals the current one changes nothing. Ids and names are resolved when the command is applied.
 *
 * <p>The wire form is flat: the components of {@code routing} are members of the command itself.
 *
 * @param ticket number only, never an internal id
 * @param parent ticket number; unless {@code strict}, also an internal id. Replaces the current parent
 * @param emptied values to remove: {@code dueDate}, {@code staffId}, {@code teamId}
 * @param fields answers to form fields by name. Values are JSON values (String, Number, Boolean, List, Map or null)
 * @param ip of the caller, stored on the note
 * @param strict whether the rules of the short paths hold: the parent is found by its number alone. False for the
 *     plugin's paths and for commands of older gateways
 */
public record UpdateTicket(
        String ticket,
        @JsonUnwrapped TicketRouting routing,
        @Nullable String parent,
        @Nullable String subject,
        Set<String> emptied,
        Map<String, @Nullable Object> fields,
        @Nullable Note note,
        String ip,
        boolean strict)
        implements Command {

    public static final String TYPE = "ticket.update.v1";

    /**
     * An internal note.
     *
     * @param title null if not sent, which means the default title; empty for no title
     * @param body as sent, not blank
     * @param format {@code markdown}, {@code html} or {@code text}
     * @param silent whether nobody is told by mail; false in commands of older gateways
     */
    public record Note(
            @Nullable String title,
            String body,
            String format,
            List<Attachment> attachments,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean silent) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(changes());
        if (parent != null) {
            names.add(Command.spelling(parent));
        }
        return names;
    }
}
