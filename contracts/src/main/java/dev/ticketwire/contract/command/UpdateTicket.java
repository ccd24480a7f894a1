package dev.ticketwire.contract.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes a ticket: everything or nothing. Members are validated in the order below and the first error wins. A null
 * member was not sent; what equals the present value changes nothing. Ids and names are resolved when the command is
 * applied.
 *
 * @param ticket number only, never an internal id
 * @param department id or name
 * @param topic help topic, id or name
 * @param parent ticket number; unless {@code strict}, else an internal id. Replaces the present one
 * @param status id or name
 * @param sla id or name
 * @param staff id, e-mail or username
 * @param dueDate as sent; checked when applied, against the database's clock
 * @param priority id, tag or description
 * @param team id or name
 * @param emptied members that are to be without a value: {@code dueDate}, {@code staffId}, {@code teamId}
 * @param fields answers to form fields by name. Values are JSON values (String, Number, Boolean, List, Map or null)
 * @param ip of the caller, stored on the note
 * @param strict whether the rules of the short paths hold: the parent is found by its number alone. False for the plugin's
 *     paths, and for what older gateways sent
 */
public record UpdateTicket(
        String ticket,
        @Nullable String department,
        @Nullable String topic,
        @Nullable String parent,
        @Nullable String status,
        @Nullable String sla,
        @Nullable String staff,
        @Nullable String dueDate,
        @Nullable String priority,
        @Nullable String team,
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
     * @param title null for none sent, which has a default; empty for no title
     * @param body as sent, not blank
     * @param format {@code markdown}, {@code html} or {@code text}
     */
    public record Note(@Nullable String title, String body, String format, List<Attachment> attachments) {}

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
