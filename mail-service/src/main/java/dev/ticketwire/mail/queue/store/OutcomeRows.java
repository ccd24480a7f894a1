package dev.ticketwire.mail.queue.store;

import dev.ticketwire.mail.queue.store.Outcome.State;
import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what became of mails, many at a time. */
public final class OutcomeRows {
    private static final int LONGEST_ERROR = 512;
    /** Also if another process has claimed it meanwhile: it is sent. */
    private static final String SENT =
            "UPDATE ticketwire_mail SET state = 'sent', attempts = attempts + 1, settled = ?,"
                    + " server = ?, status = ?, error = ?, claimed_by = NULL, claimed_until = NULL"
                    + " WHERE state = 'waiting' AND id IN :keys";

    private static final String OTHER = "UPDATE ticketwire_mail SET state = ?, attempts = attempts + 1, settled = ?,"
            + " next_attempt = COALESCE(?, next_attempt), first_failure = ?, server = ?, status = ?, error = ?,"
            + " done = ?, claimed_by = NULL, claimed_until = NULL"
            + " WHERE state = 'waiting' AND id = ? AND claimed_by = ?";

    private OutcomeRows() {}

    private record Sending(
            String server, int status, @Nullable String error) {}

    public static void write(Connection connection, String process, Collection<Outcome> outcomes) throws SQLException {
        Map<Sending, List<Outcome>> sent = outcomes.stream()
                .filter(outcome -> outcome.state() == State.SENT)
                .collect(Collectors.groupingBy(
                        outcome -> new Sending(outcome.server(), outcome.status(), cut(outcome.error()))));
        for (Map.Entry<Sending, List<Outcome>> entry : sent.entrySet()) {
            Sending how = entry.getKey();
            Instant when = entry.getValue().getLast().when();
            List<Long> ids = entry.getValue().stream().map(Outcome::id).toList();
            Statements.change(connection, SENT, ids, UtcMillis.text(when), how.server, how.status, how.error);
            TextRows.delete(connection, ids);
        }
        others(
                connection,
                process,
                outcomes.stream()
                        .filter(outcome -> outcome.state() != State.SENT)
                        .toList());
    }

    private static void others(Connection connection, String process, List<Outcome> outcomes) throws SQLException {
        if (outcomes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OTHER)) {
            for (Outcome outcome : outcomes) {
                statement.setString(1, outcome.state().name().toLowerCase(Locale.ROOT));
                statement.setString(2, outcome.state() == State.FAILED ? UtcMillis.text(outcome.when()) : null);
                statement.setString(3, text(outcome.nextAttempt()));
                statement.setString(4, text(outcome.firstFailure()));
                statement.setString(5, outcome.server());
                statement.setInt(6, outcome.status());
                statement.setString(7, cut(outcome.error()));
                statement.setString(8, WaitingRows.text(outcome.done()));
                statement.setLong(9, outcome.id());
                statement.setString(10, process);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : UtcMillis.text(time);
    }

    private static @Nullable String cut(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR - 1) + '…';
    }
}
