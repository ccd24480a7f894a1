package dev.ticketwire.command.create;

import static dev.ticketwire.osticket.sql.Column.column;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The external ids of a wave's requests: a caller's own id for a ticket, unique for an API key. Each is claimed before
 * its ticket is opened; the unique key makes a second worker wait until the first has committed, and then read its
 * ticket.
 *
 * <p>SQL instead of an entity: it depends on the row locks of INSERT IGNORE and SELECT … FOR UPDATE, and each is one
 * statement for the whole wave.
 */
final class ExternalIds {
    private static final Insert<Row> ROWS = Insert.into(
            "ticketwire_external_id",
            column("api_key_id", row -> row.id.apiKey),
            column("external_id", row -> row.id.text),
            column("ticket_id", Row::ticket),
            column("created", Row::created));
    private static final Insert<Row> CLAIM = ROWS.ignoringDuplicates();
    private static final Insert<Row> ASSIGN = ROWS.replacingDuplicates();
    /** Uses the primary key: a table scan would wait for ids that other workers claim. */
    private static final String LOCK = "SELECT n.api_key_id, n.external_id, n.ticket_id FROM ticketwire_external_id n"
            + " FORCE INDEX (PRIMARY) WHERE ";

    private static final String FREE = "DELETE n FROM ticketwire_external_id n FORCE INDEX (PRIMARY) WHERE ";
    private static final String ONE_OF = "n.api_key_id = ? AND n.external_id = ?";
    private static final String TICKETS = "SELECT ticket_id, number FROM {ticket} WHERE ticket_id IN :keys";

    private final TreeSet<ExternalId> claimed;
    private final String now;
    private final Map<ExternalId, Result> existing = new HashMap<>();
    private final Map<ExternalId, TicketDraft> assigned = new HashMap<>();

    /** @param ticket 0 while the id is only claimed */
    private record Row(ExternalId id, int ticket, String created) {}

    private record ExternalId(int apiKey, String text) {
        /** Every worker claims ids in the same order, so that deadlocks are rare. */
        static final Comparator<ExternalId> ORDER =
                Comparator.comparingInt(ExternalId::apiKey).thenComparing(ExternalId::text);

        static @Nullable ExternalId of(TicketRequest request) {
            String text = request.command().externalId();
            return text == null ? null : new ExternalId(request.apiKey(), text);
        }
    }

    private ExternalIds(TreeSet<ExternalId> claimed, String now) {
        this.claimed = claimed;
        this.now = now;
    }

    /** Claims the external ids of the requests. Sends no statement if there are none. */
    static ExternalIds claim(Connection connection, List<TicketRequest> requests, LocalDateTime now)
            throws SQLException {
        TreeSet<ExternalId> wanted = new TreeSet<>(ExternalId.ORDER);
        requests.stream().map(ExternalId::of).filter(Objects::nonNull).forEach(wanted::add);
        ExternalIds ids = new ExternalIds(wanted, DatabaseTime.format(now));
        if (!wanted.isEmpty()) {
            ids.claim(connection);
        }
        return ids;
    }

    private void claim(Connection connection) throws SQLException {
        CLAIM.execute(
                connection, claimed.stream().map(id -> new Row(id, 0, now)).toList());
        Map<ExternalId, Integer> tickets = lockedTickets(connection);
        Map<Integer, String> numbers = new HashMap<>();
        Statements.read(connection, TICKETS, tickets.values(), row -> numbers.put(row.getInt(1), row.getString(2)));
        tickets.forEach((id, ticket) -> {
            String number = numbers.get(ticket);
            if (number != null) {
                existing.put(id, existing(ticket, number));
            }
        });
    }

    /** The claimed ids that belong to an existing ticket. Their rows are locked. */
    private Map<ExternalId, Integer> lockedTickets(Connection connection) throws SQLException {
        Map<ExternalId, Integer> tickets = new HashMap<>();
        try (PreparedStatement statement = prepared(connection, LOCK, " FOR UPDATE", List.copyOf(claimed));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getInt(3) != 0) {
                    tickets.put(new ExternalId(rows.getInt(1), rows.getString(2)), rows.getInt(3));
                }
            }
        }
        return tickets;
    }

    /** The result of a request whose external id is taken, including by this wave; null if it is free. */
    @Nullable
    Supplier<Result> holder(TicketRequest request) {
        ExternalId id = ExternalId.of(request);
        if (id == null) {
            return null;
        }
        Result result = existing.get(id);
        if (result != null) {
            return () -> result;
        }
        TicketDraft draft = assigned.get(id);
        return draft == null ? null : () -> existing(draft.ticketId(), draft.number());
    }

    /** Assigns the request's external id, if any, to its ticket. */
    void give(TicketRequest request, TicketDraft draft) {
        ExternalId id = ExternalId.of(request);
        if (id != null) {
            assigned.put(id, draft);
        }
    }

    /** Stores the ids of opened tickets, and releases those of refused requests. */
    void settle(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<ExternalId> free = new ArrayList<>();
        for (ExternalId id : claimed) {
            TicketDraft draft = assigned.get(id);
            if (draft != null) {
                rows.add(new Row(id, draft.ticketId(), now));
            } else if (!existing.containsKey(id)) {
                free.add(id);
            }
        }
        ASSIGN.execute(connection, rows);
        if (!free.isEmpty()) {
            try (PreparedStatement statement = prepared(connection, FREE, "", free)) {
                statement.executeUpdate();
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String tail, List<ExternalId> ids)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql + String.join(" OR ", Collections.nCopies(ids.size(), ONE_OF)) + tail);
        List<Object> values = new ArrayList<>();
        for (ExternalId id : ids) {
            values.add(id.apiKey);
            values.add(id.text);
        }
        Placeholders.bind(statement, 1, values);
        return statement;
    }

    private static Result existing(long ticket, String number) {
        return new Result.Applied(
                ticket, number, JsonNodeFactory.instance.objectNode().put("existing", true));
    }
}
