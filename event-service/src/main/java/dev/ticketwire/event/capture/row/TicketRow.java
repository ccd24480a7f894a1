package dev.ticketwire.event.capture.row;

import dev.ticketwire.binlog.Row;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticket}. Ids are 0 for none; times are wall time in the database's zone, null for none.
 *
 * @param parent id of the parent ticket
 * @param owner the customer (user)
 * @param flags 1 combined with its parent or children, 2 merged with threads kept apart, 8 linked, 16 parent
 * @param due set by hand
 * @param estimated the SLA's due date
 */
public record TicketRow(
        long id,
        long parent,
        String number,
        long owner,
        long status,
        long department,
        long sla,
        long topic,
        long agent,
        long team,
        long flags,
        String source,
        boolean overdue,
        boolean answered,
        @Nullable LocalDateTime due,
        @Nullable LocalDateTime estimated,
        @Nullable LocalDateTime closed,
        @Nullable LocalDateTime created)
        implements CapturedRow {
    public static final List<String> COLUMNS = List.of(
            "ticket_id",
            "ticket_pid",
            "number",
            "user_id",
            "status_id",
            "dept_id",
            "sla_id",
            "topic_id",
            "staff_id",
            "team_id",
            "flags",
            "source",
            "isoverdue",
            "isanswered",
            "duedate",
            "est_duedate",
            "closed",
            "created");

    /** Flags of a child whose thread was merged into its parent's. */
    private static final int MERGED = 1 | 2;

    static TicketRow of(Row row) {
        return new TicketRow(
                Values.number(row, "ticket_id"),
                Values.number(row, "ticket_pid"),
                Values.text(row, "number"),
                Values.number(row, "user_id"),
                Values.number(row, "status_id"),
                Values.number(row, "dept_id"),
                Values.number(row, "sla_id"),
                Values.number(row, "topic_id"),
                Values.number(row, "staff_id"),
                Values.number(row, "team_id"),
                Values.number(row, "flags"),
                Values.text(row, "source"),
                Values.number(row, "isoverdue") != 0,
                Values.number(row, "isanswered") != 0,
                row.time("duedate"),
                row.time("est_duedate"),
                row.time("closed"),
                row.time("created"));
    }

    /** The current row of a statement that selects {@link #COLUMNS}. */
    public static TicketRow of(ResultSet row) throws SQLException {
        return new TicketRow(
                row.getLong("ticket_id"),
                row.getLong("ticket_pid"),
                Objects.requireNonNullElse(row.getString("number"), ""),
                row.getLong("user_id"),
                row.getLong("status_id"),
                row.getLong("dept_id"),
                row.getLong("sla_id"),
                row.getLong("topic_id"),
                row.getLong("staff_id"),
                row.getLong("team_id"),
                row.getLong("flags"),
                Objects.requireNonNullElse(row.getString("source"), ""),
                row.getBoolean("isoverdue"),
                row.getBoolean("isanswered"),
                DatabaseTime.parse(row.getString("duedate")),
                DatabaseTime.parse(row.getString("est_duedate")),
                DatabaseTime.parse(row.getString("closed")),
                DatabaseTime.parse(row.getString("created")));
    }

    /** The date set by hand, or else the SLA's. */
    public @Nullable LocalDateTime dueDate() {
        return due == null ? estimated : due;
    }

    /** Whether its thread was merged into its parent's. */
    public boolean isMerged() {
        return parent != 0 && (flags & MERGED) != 0;
    }
}
