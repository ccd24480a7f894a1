package dev.ticketwire.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A ticket at one moment. Times are as osTicket shows them: {@code YYYY-MM-DD HH:MM:SS} in the database's time zone;
 * null where there is none.
 *
 * @param owner the customer (user)
 * @param parentId id of the parent ticket
 * @param dueDate the date set on the ticket, or else the SLA's
 */
public record TicketState(
        long id,
        String number,
        @Nullable String subject,
        @Nullable Status status,
        @Nullable Named department,
        @Nullable Named topic,
        @Nullable Named priority,
        @Nullable Named sla,
        @Nullable Named agent,
        @Nullable Named team,
        @Nullable Named owner,
        String source,
        boolean answered,
        boolean overdue,
        @Nullable Long parentId,
        @Nullable String created,
        @Nullable String dueDate,
        @Nullable String closed) {
    /** A row and its name; the name is null if the row is gone. */
    public record Named(long id, @Nullable String name) {}

    /** @param state {@code open}, {@code closed}, {@code archived} or {@code deleted} */
    public record Status(
            long id, @Nullable String name, @Nullable String state) {}
}
