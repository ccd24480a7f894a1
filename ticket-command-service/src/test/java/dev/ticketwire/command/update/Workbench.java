package dev.ticketwire.command.update;

import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A sandbox in which tickets are changed. */
final class Workbench extends Sandbox {
    private final UpdateTickets handler;

    Workbench(UpdateTickets handler, Connection connection, Reference reference) throws SQLException {
        super(connection, reference);
        this.handler = handler;
    }

    List<Result> apply(TestUpdate... changes) throws SQLException {
        return apply(handler, Arrays.stream(changes).map(TestUpdate::command).toList());
    }

    Result.Applied change(TestUpdate change) throws SQLException {
        return applied(apply(change).getFirst());
    }

    Refusal refused(TestUpdate change) throws SQLException {
        return refusal(apply(change).getFirst());
    }

    /** Columns of a ticket's row. */
    Map<String, Object> ticket(int id, String columns) throws SQLException {
        return row("SELECT " + columns + " FROM {ticket} WHERE ticket_id = ?", id);
    }

    /** One column of a ticket's row as text. */
    String column(int id, String name) throws SQLException {
        return value("SELECT " + name + " FROM {ticket} WHERE ticket_id = ?", id);
    }

    /** Everything a ticket consists of, to be compared. */
    String everythingOf(int id) throws SQLException {
        return value(
                        "SELECT CONCAT_WS('|', ticket_pid, status_id, dept_id, sla_id, topic_id, staff_id, team_id,"
                                + " duedate, est_duedate, closed, reopened, lastupdate, updated, isoverdue) FROM {ticket}"
                                + " WHERE ticket_id = ?",
                        id)
                + history(id)
                + column("SELECT body FROM {thread_entry} WHERE thread_id = ?", id)
                + column("SELECT CONCAT_WS('|', subject, priority, bike) FROM {ticket__cdata} WHERE ticket_id = ?", id);
    }
}
