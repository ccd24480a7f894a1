package dev.ticketwire.command.change;

import dev.ticketwire.command.entry.ThreadEventRows;
import dev.ticketwire.command.ticket.AgentDraftRows;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the ticket changes of a wave. Only columns of the ticket's row with new values are written. */
public final class TicketChangeRows {
    private static final Insert<ReferralRow> REFERRAL = ReferralRow.insert("S");
    private static final String NO_REFERRAL =
            "DELETE FROM {thread_referral} WHERE object_type = 'E' AND object_id = ? AND thread_id IN :keys";
    private static final String ANNUL =
            "UPDATE {thread_event} SET annulled = 1 WHERE annulled = 0 AND event_id = ? AND thread_id IN :keys";

    private final Connection connection;
    private final Reference reference;
    private final String now;

    public TicketChangeRows(Connection connection, Reference reference, LocalDateTime now) {
        this.connection = connection;
        this.reference = reference;
        this.now = DatabaseTime.format(now);
    }

    public void write(Collection<? extends TicketChange> changes) throws SQLException {
        writeTickets(changes);
        writeReferrals(changes);
        annulClosings(changes);
        writeHistory(changes);
        AgentDraftRows.delete(
                connection,
                changes.stream()
                        .filter(change -> change.closes)
                        .map(change -> change.ticket.id())
                        .toList());
    }

    /** One statement for all tickets with the same changes. */
    private void writeTickets(Collection<? extends TicketChange> changes) throws SQLException {
        Map<Map<String, @Nullable Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (TicketChange change : changes) {
            Map<String, @Nullable Object> columns = change.ticket.changes();
            if (!columns.isEmpty()) {
                columns.put("updated", now);
                alike.computeIfAbsent(columns, key -> new ArrayList<>()).add(change.ticket.id());
            }
        }
        for (Map.Entry<Map<String, @Nullable Object>, List<Integer>> change : alike.entrySet()) {
            Map<String, @Nullable Object> columns = change.getKey();
            String sql =
                    "UPDATE {ticket} SET " + String.join(" = ?, ", columns.keySet()) + " = ? WHERE ticket_id IN :keys";
            Statements.change(
                    connection, sql, change.getValue(), columns.values().toArray());
        }
    }

    private void writeReferrals(Collection<? extends TicketChange> changes) throws SQLException {
        List<ReferralRow> rows = new ArrayList<>();
        for (TicketChange change : changes) {
            if (change.thread != 0 && change.referredStaff != 0) {
                rows.add(new ReferralRow(change.thread, change.referredStaff, now));
            }
            if (change.thread != 0 && change.unreferredTeam != 0) {
                Statements.change(connection, NO_REFERRAL, List.of(change.thread), change.unreferredTeam);
            }
        }
        REFERRAL.execute(connection, rows);
    }

    private void annulClosings(Collection<? extends TicketChange> changes) throws SQLException {
        Collection<Integer> threads = new ArrayList<>();
        for (TicketChange change : changes) {
            if (change.settlesClosings && change.thread != 0) {
                threads.add(change.thread);
            }
        }
        Statements.change(connection, ANNUL, threads, reference.event("closed"));
    }

    private void writeHistory(Collection<? extends TicketChange> changes) throws SQLException {
        ThreadEventRows rows = new ThreadEventRows(reference, now);
        for (TicketChange change : changes) {
            for (TicketChange.Line line : change.history) {
                if (change.thread != 0) {
                    rows.add(change.thread, line.event(), line.department(), line.topic(), line.user());
                }
            }
        }
        rows.write(connection);
    }
}
