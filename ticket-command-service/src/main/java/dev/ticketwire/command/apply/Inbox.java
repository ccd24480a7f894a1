package dev.ticketwire.command.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.outcome.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands already handled, with their outcomes: what makes a redelivery harmless. Its rows are written in the
 * transaction that writes the tickets.
 */
@ApplicationScoped
class Inbox {
    private static final String INSERT = """
            INSERT INTO ticketwire_command (id, kind, api_key_id, ticket_id, ticket_number, fingerprint, state, outcome,
              attempts, traceparent, topic_partition, topic_offset, accepted_at, applied_at) VALUES """;
    private static final String ROW = "(?,?,?,?,?,?,?,?,?,?,?,?,?,NOW())";

    /** Outcomes of those {@code ids} that were handled before, by id. */
    Map<String, Recorded> outcomesOf(Connection connection, Collection<String> ids) throws SQLException {
        String sql = "SELECT id, fingerprint, outcome FROM ticketwire_command WHERE id IN (" + marks(ids.size()) + ")";
        Map<String, Recorded> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 0;
            for (String id : ids) {
                statement.setString(++i, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), new Recorded(outcome(rows.getString(3)), rows.getString(2), null));
                }
            }
        }
        return known;
    }

    /** Makes room for commands that an operator sends again: only a failed one is ever overwritten. */
    void forgetFailures(Connection connection, List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String sql = "DELETE FROM ticketwire_command WHERE state = 'failed' AND id IN (" + marks(ids.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setString(i + 1, ids.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** Writes what became of {@code deliveries}; {@code outcomes} has one per id. */
    void store(Connection connection, List<Delivery> deliveries, Map<String, Recorded> outcomes) throws SQLException {
        if (deliveries.isEmpty()) {
            return;
        }
        String sql = INSERT + String.join(",", Collections.nCopies(deliveries.size(), ROW));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 0;
            for (Delivery delivery : deliveries) {
                Recorded recorded = outcomes.get(delivery.id());
                if (recorded == null) {
                    throw new IllegalStateException("no outcome for command " + delivery.id());
                }
                i = bind(statement, i, delivery, recorded.outcome());
            }
            statement.executeUpdate();
        }
    }

    private static int bind(PreparedStatement statement, int start, Delivery delivery, Outcome outcome)
            throws SQLException {
        int i = start;
        statement.setString(++i, delivery.id());
        statement.setString(++i, cut(delivery.type(), 64));
        statement.setInt(++i, delivery.apiKeyId());
        switch (outcome) {
            case Outcome.Applied applied -> {
                statement.setLong(++i, applied.ticketId());
                statement.setString(++i, applied.number());
            }
            case Outcome.Rejected rejected -> i = nulls(statement, i);
            case Outcome.Failed failed -> i = nulls(statement, i);
        }
        statement.setString(++i, cut(delivery.fingerprint(), 64));
        statement.setString(++i, state(outcome));
        statement.setString(++i, json(outcome));
        statement.setInt(++i, outcome instanceof Outcome.Failed failed ? failed.attempts() : 1);
        statement.setString(++i, cut(delivery.traceparent(), 64));
        statement.setInt(++i, delivery.source().partition());
        statement.setLong(++i, delivery.source().offset());
        statement.setString(++i, acceptedAt(delivery));
        return i;
    }

    private static int nulls(PreparedStatement statement, int start) throws SQLException {
        statement.setNull(start + 1, Types.BIGINT);
        statement.setNull(start + 2, Types.VARCHAR);
        return start + 2;
    }

    /** UTC with milliseconds: the one time of the inbox that is the gateway's and not the database's. */
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

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
