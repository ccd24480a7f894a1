package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.osticket.sql.Column;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.webhook.delivery.store.Outcome.State;
import dev.ticketwire.webhook.send.Attempt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what became of deliveries, many at a time: no statement per delivery but for those that wait again. */
public final class OutcomeRows {
    private static final int LONGEST_ANSWER = 1024;
    private static final String OPEN = " AND state IN ('pending', 'requested', 'discarding')";
    private static final String SETTLED = "UPDATE ticketwire_webhook_delivery SET state = ?, settled = ?,"
            + " attempts = attempts + ?, next_attempt = NULL WHERE id IN :keys" + OPEN;
    private static final String WAITS = "UPDATE ticketwire_webhook_delivery SET attempts = ?, first_failure = ?,"
            + " next_attempt = ? WHERE id = ?" + OPEN;
    private static final Insert<Outcome> ATTEMPT = Insert.<Outcome>into(
                    "ticketwire_webhook_attempt",
                    Column.column("delivery_id", outcome -> outcome.delivery().id()),
                    Column.column("number", Outcome::number),
                    Column.column(
                            "subscription_id", outcome -> outcome.delivery().subscription()),
                    Column.column(
                            "started", outcome -> Times.text(attempt(outcome).started())),
                    Column.column("duration_ms", outcome -> millis(attempt(outcome))),
                    Column.column("status", outcome -> status(attempt(outcome))),
                    Column.column("error", outcome -> error(attempt(outcome))),
                    Column.column("answer", outcome -> answer(attempt(outcome))))
            .ignoringDuplicates();

    private OutcomeRows() {}

    /** Writes attempts and the state of their deliveries. */
    public static void write(Connection connection, Collection<Outcome> outcomes) throws SQLException {
        ATTEMPT.execute(
                connection,
                outcomes.stream().filter(outcome -> outcome.attempt() != null).toList());
        for (State state : State.values()) {
            if (state != State.PENDING) {
                settle(connection, state, outcomes);
            }
        }
        delay(connection, outcomes);
    }

    private static void settle(Connection connection, State state, Collection<Outcome> outcomes) throws SQLException {
        List<Outcome> settled =
                outcomes.stream().filter(outcome -> outcome.state() == state).toList();
        for (int tries = 0; tries <= 1; tries++) {
            boolean isTried = tries == 1;
            List<Outcome> some = settled.stream()
                    .filter(outcome -> (outcome.attempt() != null) == isTried)
                    .toList();
            if (!some.isEmpty()) {
                Statements.change(
                        connection,
                        SETTLED,
                        some.stream().map(outcome -> outcome.delivery().id()).toList(),
                        state.name().toLowerCase(Locale.ROOT),
                        Times.text(some.getLast().when()),
                        tries);
            }
        }
    }

    private static void delay(Connection connection, Collection<Outcome> outcomes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITS)) {
            boolean isEmpty = true;
            for (Outcome outcome : outcomes) {
                if (!outcome.isSettled()) {
                    Delivery delivery = outcome.delivery();
                    statement.setInt(1, delivery.attempts());
                    statement.setString(2, Times.textOrNull(delivery.firstFailure()));
                    statement.setString(3, Times.textOrNull(delivery.nextAttempt()));
                    statement.setLong(4, delivery.id());
                    statement.addBatch();
                    isEmpty = false;
                }
            }
            if (!isEmpty) {
                statement.executeBatch();
            }
        }
    }

    private static Attempt attempt(Outcome outcome) {
        return Objects.requireNonNull(outcome.attempt());
    }

    private static long millis(Attempt attempt) {
        return Math.min(Integer.MAX_VALUE, attempt.duration().toMillis());
    }

    private static @Nullable Integer status(Attempt attempt) {
        return attempt.status() == 0 ? null : attempt.status();
    }

    private static @Nullable String error(Attempt attempt) {
        return attempt.error() == null
                ? null
                : attempt.error().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static byte @Nullable [] answer(Attempt attempt) {
        byte[] answer = attempt.answer();
        return answer.length <= LONGEST_ANSWER ? answer : Arrays.copyOf(answer, LONGEST_ANSWER);
    }
}
