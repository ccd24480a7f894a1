package dev.ticketwire.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A ticket at one moment. In JSON all members are present, null where there is none; only a stream that may not show
 * the ticket reduces it to {@code id} and {@code number}. Times are as osTicket shows them: {@code YYYY-MM-DD HH:MM:SS}
 * in the database's time zone.
 *
 * @param id osTicket's internal id
 * @param number the public number: 1 to 20 characters
 * @param topic the help topic
 * @param agent the assigned agent
 * @param team the assigned team
 * @param owner the customer (user)
 * @param source how it was opened: {@code Web}, {@code Email}, {@code Phone}, {@code API} or {@code Other}
 * @param answered whether an agent had the last word
 * @param overdue whether osTicket has marked it overdue
 * @param parentId internal id of the parent ticket
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
    /**
     * A row of the help desk.
     *
     * @param name null if the row is gone
     */
    public record Named(long id, @Nullable String name) {}

    /**
     * A ticket status.
     *
     * @param name null if the status is gone
     * @param state {@code open}, {@code closed}, {@code archived} or {@code deleted}; null if the status is gone
     */
    public record Status(
            long id, @Nullable String name, @Nullable String state) {}
}
