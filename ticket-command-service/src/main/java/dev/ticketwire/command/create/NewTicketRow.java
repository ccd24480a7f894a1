package dev.ticketwire.command.create;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.text.StoredText;
import dev.ticketwire.osticket.time.DatabaseTime;

/**
 * A row of osTicket's table {@code ticket}, for a new ticket.
 *
 * @param now as the database writes times
 */
record NewTicketRow(TicketDraft draft, String now) {
    private static final int ADDRESS_LENGTH = 64;

    static final Insert<NewTicketRow> INSERT = Insert.into(
            "{ticket}",
            column("ticket_pid", row -> row.draft.parent),
            column("number", row -> row.draft.number()),
            column("user_id", row -> row.draft.requester.id()),
            column("status_id", row -> row.draft.status.id()),
            column("dept_id", row -> row.draft.routing.finalDepartment()),
            column("sla_id", row -> row.draft.routing.serviceLevelId()),
            column("topic_id", row -> row.draft.routing.topicId()),
            column("staff_id", row -> row.draft.staffId()),
            column("team_id", row -> row.draft.teamId()),
            column(
                    "ip_address",
                    row -> StoredText.cut(row.draft.command.origin().ip(), ADDRESS_LENGTH)),
            column("source", row -> row.draft.command.origin().source()),
            column("duedate", row -> DatabaseTime.text(row.draft.dueDate)),
            column("est_duedate", row -> DatabaseTime.text(row.draft.estimatedDueDate)),
            column("closed", row -> row.draft.status.closed() ? row.now : null),
            column("lastupdate", NewTicketRow::now),
            column("created", NewTicketRow::now),
            column("updated", NewTicketRow::now),
            column("email_id", row -> row.draft.request.mailboxId()));
}
