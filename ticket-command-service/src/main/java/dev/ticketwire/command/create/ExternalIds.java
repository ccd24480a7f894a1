package dev.ticketwire.command.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.RowInsert;
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
 * The callers' own names for tickets. Each is claimed before its ticket is opened: the unique key lets one of two workers
 * wait until the other has committed, and then see its ticket.
 */
final class ExternalIds {
    private static final RowInsert CLAIM = new RowInsert(
            "INSERT IGNORE INTO ticketwire_external_id (api_key_id, external_id, ticket_id, created)", "(?,?,0,?)");
    private static final RowInsert GIVE = new RowInsert(
            "REPLACE INTO ticketwire_external_id (api_key_id, external_id, ticket_id, created)", "(?,?,?,?)");
    /** By the primary key: a scan of the table would wait for the names that other workers claim. */
    private static final String LOCK = "SELECT n.api_key_id, n.external_id, n.ticket_id FROM ticketwire_external_id n"
            + " FORCE INDEX (PRIMARY) WHERE ";

    private static final String FREE = "DELETE n FROM ticketwire_external_id n FORCE INDEX (PRIMARY) WHERE ";
    private static final String ONE_OF = "n.api_key_id = ? AND n.external_id = ?";
    private static final String TICKETS = "SELECT ticket_id, number FROM {ticket} WHERE ticket_id IN :keys";

    private final TreeSet<Name> claimed;
    private final String now;
    private final Map<Name, Result> existing = new HashMap<>();
    private final Map<Name, TicketDraft> given = new HashMap<>();

    private record Name(int apiKey, String text) {
        /** Every worker claims in the same order: then they rarely wait for each other both ways. */
        static final Comparator<Name> ORDER =
                Comparator.comparingInt(Name::apiKey).thenComparing(Name::text);

        static @Nullable Name of(TicketRequest request) {
            String text = request.command().externalId();
            return text == null ? null : new Name(request.apiKey(), text);
        }
    }

    private ExternalIds(TreeSet<Name> claimed, String now) {
        this.claimed = claimed;
        this.now = now;
    }

    /** Without names nothing is sent. */
    static ExternalIds claim(Connection connection, List<TicketRequest> requests, LocalDateTime now)
            throws SQLException {
        TreeSet<Name> names = new TreeSet<>(Name.ORDER);
        requests.stream().map(Name::of).filter(Objects::nonNull).forEach(names::add);
        ExternalIds ids = new ExternalIds(names, DatabaseTime.format(now));
        if (!names.isEmpty()) {
            ids.claim(connection);
        }
        return ids;
    }

    private void claim(Connection connection) throws SQLException {
        RowInsert claims = CLAIM.fresh();
        claimed.forEach(name -> claims.add(name.apiKey, name.text, now));
        claims.execute(connection);
        Map<Name, Integer> tickets = new HashMap<>();
        try (PreparedStatement statement = prepared(connection, LOCK, " FOR UPDATE", List.copyOf(claimed));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getInt(3) != 0) {
                    tickets.put(new Name(rows.getInt(1), rows.getString(2)), rows.getInt(3));
                }
            }
        }
        Map<Integer, String> numbers = new HashMap<>();
        Statements.read(connection, TICKETS, tickets.values(), row -> numbers.put(row.getInt(1), row.getString(2)));
        tickets.forEach((name, ticket) -> {
            String number = numbers.get(ticket);
            if (number != null) {
                existing.put(name, existing(ticket, number));
            }
        });
    }

    /** What becomes of a request whose name a ticket has already, also one that this wave opens; null if none has it. */
    @Nullable
    Supplier<Result> holder(TicketRequest request) {
        Name name = Name.of(request);
        if (name == null) {
            return null;
        }
        Result result = existing.get(name);
        if (result != null) {
            return () -> result;
        }
        TicketDraft draft = given.get(name);
        return draft == null ? null : () -> existing(draft.ticketId(), draft.number());
    }

    /** The ticket will have the name that the request gives it, if any. */
    void give(TicketRequest request, TicketDraft draft) {
        Name name = Name.of(request);
        if (name != null) {
            given.put(name, draft);
        }
    }

    /** Writes the names of the tickets that were opened, and frees those of the others. */
    void settle(Connection connection) throws SQLException {
        RowInsert rows = GIVE.fresh();
        List<Name> free = new ArrayList<>();
        for (Name name : claimed) {
            TicketDraft draft = given.get(name);
            if (draft != null) {
                rows.add(name.apiKey, name.text, draft.ticketId(), now);
            } else if (!existing.containsKey(name)) {
                free.add(name);
            }
        }
        rows.execute(connection);
        if (!free.isEmpty()) {
            try (PreparedStatement statement = prepared(connection, FREE, "", free)) {
                statement.executeUpdate();
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String tail, List<Name> names)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                sql + String.join(" OR ", Collections.nCopies(names.size(), ONE_OF)) + tail);
        List<Object> values = new ArrayList<>();
        for (Name name : names) {
            values.add(name.apiKey);
            values.add(name.text);
        }
        Placeholders.bind(statement, 1, values);
        return statement;
    }

    private static Result existing(long ticket, String number) {
        return new Result.Applied(
                ticket, number, JsonNodeFactory.instance.objectNode().put("existing", true));
    }
}
