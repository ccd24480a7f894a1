package dev.ticketwire.contract.command;

import org.jspecify.annotations.Nullable;

/**
 * Routing and handling of a ticket, as the caller wrote it. Null for a value that was not sent. Ids and names are
 * resolved when the command is applied.
 *
 * @param department id or name
 * @param topic help topic, id or name
 * @param priority id, tag or description
 * @param status id or name
 * @param staff id, e-mail or username
 * @param team id or name
 * @param sla id or name
 * @param dueDate ISO 8601; validated when the command is applied, against the database's clock
 */
public record TicketRouting(
        @Nullable String department,
        @Nullable String topic,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String staff,
        @Nullable String team,
        @Nullable String sla,
        @Nullable String dueDate) {

    /** No value was sent. */
    public static final TicketRouting NONE = new TicketRouting(null, null, null, null, null, null, null, null);
}
