package dev.ticketwire.command.update;

import dev.ticketwire.command.sql.Placeholders;
import dev.ticketwire.command.sql.RowInsert;
import dev.ticketwire.command.sql.Statements;
import dev.ticketwire.command.ticket.DatabaseTime;
import dev.ticketwire.command.ticket.DraftRows;
import dev.ticketwire.command.ticket.EventRows;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what the commands of a wave change: of a ticket's row only the columns that are others than before. */
final class RevisionRows {
    private static final RowInsert REFERRAL =
            new RowInsert("INSERT INTO {thread_referral} (thread_id, object_id, object_type, created)", "(?,?,'S',?)");
    private static final String NO_REFERRAL =
            "DELETE FROM {thread_referral} WHERE object_type = 'E' AND object_id = ? AND thread_id IN :keys";
    private static final String ANNUL =
            "UPDATE {thread_event} SET annulled = 1 WHERE annulled = 0 AND event_id = ? AND thread_id IN :keys";

    private final Connection connection;
    private final Reference reference;
    private final UpdateRules rules;
    private final String now;

    RevisionRows(Connection connection, UpdateRules rules, LocalDateTime now) {
        this.connection = connection;
        this.rules = rules;
        this.reference = rules.reference();
        this.now = Objects.requireNonNull(DatabaseTime.text(now));
    }

    void write(List<Revision> revisions) throws SQLException {
        for (Revision revision : revisions) {
            writeTicket(revision.ticket);
        }
        writeReferrals(revisions);
        annulClosings(revisions);
        writeHistory(revisions);
        DraftRows.delete(
                connection,
                revisions.stream()
                        .filter(revision -> revision.closes)
                        .map(revision -> revision.ticket.id())
                        .toList());
        new AnswerRows(connection, rules).write(revisions);
        NoteRows.write(connection, revisions, now);
    }

    private void writeTicket(Ticket ticket) throws SQLException {
        Map<String, @Nullable Object> changes = ticket.changes();
        if (changes.isEmpty()) {
            return;
        }
        changes.put("updated", now);
        String sql = TablePrefix.named(
                "UPDATE {ticket} SET " + String.join(" = ?, ", changes.keySet()) + " = ? WHERE ticket_id = ?");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = Placeholders.bind(statement, 1, changes.values());
            statement.setInt(index, ticket.id());
            statement.executeUpdate();
        }
    }

    private void writeReferrals(List<Revision> revisions) throws SQLException {
        RowInsert rows = REFERRAL.fresh();
        for (Revision revision : revisions) {
            if (revision.thread != 0 && revision.referredStaff != 0) {
                rows.add(revision.thread, revision.referredStaff, now);
            }
            if (revision.thread != 0 && revision.unreferredTeam != 0) {
                Statements.change(connection, NO_REFERRAL, List.of(revision.thread), revision.unreferredTeam);
            }
        }
        rows.execute(connection);
    }

    private void annulClosings(List<Revision> revisions) throws SQLException {
        Collection<Integer> threads = new ArrayList<>();
        for (Revision revision : revisions) {
            if (revision.settlesClosings && revision.thread != 0) {
                threads.add(revision.thread);
            }
        }
        Statements.change(connection, ANNUL, threads, reference.event("closed"));
    }

    private void writeHistory(List<Revision> revisions) throws SQLException {
        EventRows rows = new EventRows(reference, now);
        for (Revision revision : revisions) {
            for (Revision.Line line : revision.history) {
                if (revision.thread != 0) {
                    rows.add(revision.thread, line.event(), line.department(), line.topic(), null);
                }
            }
        }
        rows.write(connection);
    }
}
