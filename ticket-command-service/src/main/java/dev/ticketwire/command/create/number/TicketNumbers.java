package dev.ticketwire.command.create.number;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.sql.Statements;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Gives numbers to the tickets of one wave. osTicket has no unique key on them, so the written ones are read back,
 * locked, and changed where another ticket has the same.
 */
public final class TicketNumbers {
    static final int MOST_DRAWS = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String READ_BACK = "SELECT number, ticket_id FROM {ticket} WHERE number IN :keys FOR UPDATE";
    private static final String CHANGE = TablePrefix.named("UPDATE {ticket} SET number = CASE ticket_id");

    private final Connection connection;
    private final String now;
    private final RandomNumbers random;
    private final Set<String> given = new HashSet<>();

    /** @param now as the database writes times */
    public TicketNumbers(Connection connection, String now) {
        this(connection, now, RANDOM);
    }

    TicketNumbers(Connection connection, String now, RandomGenerator generator) {
        this.random = new RandomNumbers(generator);
        this.connection = connection;
        this.now = now;
    }

    /**
     * Numbers every ticket, those of a sequence in their order. Sequences stay locked until the transaction ends, so
     * this comes right before the tickets are written, and {@link #confirm} right after.
     */
    public void assign(List<? extends NumberedTicket> tickets) throws SQLException {
        Map<Integer, List<NumberedTicket>> bySequence = new TreeMap<>();
        for (NumberedTicket ticket : tickets) {
            bySequence
                    .computeIfAbsent(ticket.numbering().sequence(), id -> new ArrayList<>())
                    .add(ticket);
        }
        List<NumberedTicket> drawn = new ArrayList<>(bySequence.getOrDefault(0, List.of()));
        bySequence.remove(0);
        if (!bySequence.isEmpty()) {
            drawn.addAll(NumberSequences.number(connection, bySequence, given, now));
        }
        random.draw(connection, drawn, given);
    }

    /** Reads the written numbers back and changes those that another ticket has too. */
    public void confirm(List<? extends NumberedTicket> tickets) throws SQLException {
        List<NumberedTicket> unsure = List.copyOf(tickets);
        for (int round = 1; !unsure.isEmpty(); round++) {
            unsure = doubled(unsure);
            if (unsure.isEmpty()) {
                return;
            }
            if (round % MOST_DRAWS == 0) {
                unsure.forEach(ticket -> random.addDigit(ticket.numbering().format()));
            }
            assign(unsure);
            change(unsure);
        }
    }

    private List<NumberedTicket> doubled(List<NumberedTicket> tickets) throws SQLException {
        Map<Integer, NumberedTicket> byId =
                tickets.stream().collect(Collectors.toMap(NumberedTicket::ticketId, Function.identity()));
        Map<String, Integer> owners = new HashMap<>();
        tickets.forEach(ticket -> owners.put(Collation.key(ticket.number()), ticket.ticketId()));
        List<NumberedTicket> doubled = new ArrayList<>();
        List<String> numbers = tickets.stream().map(NumberedTicket::number).toList();
        Statements.read(connection, READ_BACK, numbers, row -> {
            Integer owner = owners.get(Collation.key(row.getString(1)));
            if (owner != null && row.getInt(2) != owner && byId.containsKey(owner)) {
                doubled.add(byId.remove(owner));
            }
        });
        return doubled;
    }

    private void change(List<NumberedTicket> tickets) throws SQLException {
        String sql = CHANGE + " WHEN ? THEN ?".repeat(tickets.size()) + " END WHERE ticket_id IN "
                + Placeholders.in(tickets.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (NumberedTicket ticket : tickets) {
                statement.setInt(index++, ticket.ticketId());
                statement.setString(index++, ticket.number());
            }
            Placeholders.bind(
                    statement,
                    index,
                    tickets.stream().map(NumberedTicket::ticketId).toList());
            statement.executeUpdate();
        }
    }
}
