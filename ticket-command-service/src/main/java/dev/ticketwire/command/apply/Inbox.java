package dev.ticketwire.command.apply;

import static dev.ticketwire.osticket.sql.Column.column;
import static dev.ticketwire.osticket.sql.Column.fixed;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.message.Outcome;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The commands that have been handled, with their outcomes; makes a redelivery harmless. Its rows are written in the
 * transaction that writes the tickets. SQL and no entity: each method is one statement for a whole batch.
 */
@ApplicationScoped
class Inbox {
    private static final String LOOK = "SELECT NOW(), c.id, c.fingerprint, c.outcome FROM (SELECT 1) one"
            + " LEFT JOIN ticketwire_command c ON c.id IN :keys";
    private static final String FORGET = "DELETE FROM ticketwire_command WHERE state = 'failed' AND id IN :keys";
    private static final Insert<Handled> INSERT = Insert.into(
            "ticketwire_command",
            column("id", row -> row.delivery.id()),
            column("kind", row -> cut(row.delivery.type(), 64)),
            column("api_key_id", row -> row.delivery.apiKeyId()),
            column("ticket_id", row -> row.outcome instanceof Outcome.Applied applied ? applied.ticketId() : null),
            column("ticket_number", row -> row.outcome instanceof Outcome.Applied applied ? applied.number() : null),
            column("fingerprint", row -> cut(row.delivery.fingerprint(), 64)),
            column("state", row -> state(row.outcome)),
            column("outcome", row -> json(row.outcome)),
            column("attempts", row -> row.outcome instanceof Outcome.Failed failed ? failed.attempts() : 1),
            column("traceparent", row -> cut(row.delivery.traceparent(), 64)),
            column("topic_partition", row -> row.delivery.source().partition()),
            column("topic_offset", row -> row.delivery.source().offset()),
            column("accepted_at", row -> acceptedAt(row.delivery)),
            fixed("applied_at", "NOW()"));

    /** A row. */
    private record Handled(Delivery delivery, Outcome outcome) {}

    /**
     * What a batch begins with.
     *
     * @param now the database's time
     * @param outcomes of commands that were handled before, by id
     */
    record Look(LocalDateTime now, Map<String, Recorded> outcomes) {}

    /** @param ids at least one */
    Look look(Connection connection, Collection<String> ids) throws SQLException {
        List<LocalDateTime> times = new ArrayList<>();
        Map<String, Recorded> known = new HashMap<>();
        Statements.read(connection, LOOK, ids, row -> {
            times.add(Objects.requireNonNull(DatabaseTime.parse(row.getString(1))));
            String id = row.getString(2);
            if (id != null) {
                known.put(id, new Recorded(outcome(row.getString(4)), row.getString(3), null));
            }
        });
        return new Look(times.getFirst(), known);
    }

    /** Deletes failed outcomes, so that an operator's replay is applied. Other outcomes are never deleted here. */
    void forgetFailures(Connection connection, List<String> ids) throws SQLException {
        Statements.change(connection, FORGET, ids);
    }

    /** Writes the outcomes of {@code deliveries}; {@code outcomes} has one per id. */
    void store(Connection connection, Collection<Delivery> deliveries, Map<String, Recorded> outcomes)
            throws SQLException {
        INSERT.execute(
                connection,
                deliveries.stream()
                        .map(delivery -> new Handled(delivery, outcome(delivery, outcomes)))
                        .toList());
    }

    private static Outcome outcome(Delivery delivery, Map<String, Recorded> outcomes) {
        Recorded recorded = outcomes.get(delivery.id());
        if (recorded == null) {
            throw new IllegalStateException("no outcome for command " + delivery.id());
        }
        return recorded.outcome();
    }

    /**
     * UTC with milliseconds. The only time in the inbox that comes from the gateway's clock instead of the database's.
     */
    private static @Nullable String acceptedAt(Delivery delivery) {
        String text =
                delivery.acceptedAt() == null ? null : delivery.acceptedAt().toString();
        return text == null ? null : cut(text.replace('T', ' ').replace("Z", ""), 23);
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied applied -> "applied";
            case Outcome.Rejected rejected -> "rejected";
            case Outcome.Failed failed -> "failed";
        };
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static String json(Outcome outcome) {
        try {
            return CommandCodec.json().writerFor(Outcome.class).writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(String json) {
        try {
            return CommandCodec.json().readValue(json, Outcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable outcome in the inbox", e);
        }
    }
}
