package dev.ticketwire.contract.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens a ticket. Text fields are as sent; a null one was not sent (or sent as null). Ids and names are resolved when
 * the command is applied, because the gateway accepts while the database is away.
 *
 * @param format {@code markdown}, {@code html} or {@code text}; null if the body decides (data URI, else html)
 * @param topic help topic, id or name; unknown or inactive counts as not sent
 * @param department id or name
 * @param parent ticket number; unless {@code strict}, else an internal id
 * @param priority id, tag or description
 * @param dueDate as sent; checked when applied, against the database's clock
 * @param alert whether agents are to be alerted
 * @param autorespond whether the requester is to be answered automatically
 * @param source {@code API}, {@code Web}, {@code Email}, {@code Phone} or {@code Other}, in this spelling
 * @param ip stored on ticket and message: as sent, else the caller's address
 * @param fields every other member of the request by name: answers to form fields. Values are JSON values (String,
 *     Number, Boolean, List, Map or null)
 * @param externalId the caller's own name for the ticket, unique among those of its API key; one that a ticket has already
 *     opens none, and that ticket is the outcome, with {@code {"existing":true}} as its answer
 * @param strict whether the rules of the short paths hold: the parent is found by its number alone, and a choice or a date
 *     among the answers has to be one. False for the plugin's paths, and for what older gateways sent
 */
public record OpenTicket(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String subject,
        @Nullable String message,
        @Nullable String format,
        @Nullable String topic,
        @Nullable String department,
        @Nullable String parent,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String staff,
        @Nullable String team,
        @Nullable String sla,
        @Nullable String dueDate,
        boolean alert,
        boolean autorespond,
        String source,
        String ip,
        List<Attachment> attachments,
        Map<String, @Nullable Object> fields,
        @Nullable String externalId,
        boolean strict)
        implements Command {

    public static final String TYPE = "ticket.open.v1";

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
