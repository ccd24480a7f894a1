package dev.ticketwire.command.create.number;

import dev.ticketwire.osticket.format.TicketNumberFormat;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Statements;
import dev.ticketwire.osticket.text.StoredText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws numbers from osTicket's sequences. They are locked in id order and advanced once per wave. */
final class NumberSequences {
    private static final String LOCK =
            "SELECT id, next, increment, padding FROM {sequence} WHERE id IN :keys ORDER BY id FOR UPDATE";
    private static final String ADVANCE = TablePrefix.named("UPDATE {sequence} SET next = ?, updated = ? WHERE id = ?");

    /** {@code ticket.number} */
    private static final int LONGEST = 20;

    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_BLOCKS = 100;

    private NumberSequences() {}

    private static final class Sequence {
        private final int id;
        private final long increment;
        private final char padding;
        private long next;

        Sequence(int id, long next, long increment, @Nullable String padding) {
            this.id = id;
            this.next = next;
            this.increment = increment < 1 ? 1 : increment;
            this.padding = padding == null || padding.isEmpty() ? '0' : padding.charAt(0);
        }

        /** The number {@code ahead} steps from here. */
        String peek(String format, int ahead) {
            return StoredText.cut(TicketNumberFormat.format(format, next + ahead * increment, padding), LONGEST);
        }

        void advance(int steps) {
            next += steps * increment;
        }
    }

    /**
     * Numbers the tickets of each sequence, skipping numbers that exist.
     *
     * @param given numbers assigned in this wave, by {@code Collation.key}; new ones are added
     * @return the tickets whose sequence does not exist
     */
    static List<NumberedTicket> number(
            Connection connection, Map<Integer, List<NumberedTicket>> tickets, Set<String> given, String now)
            throws SQLException {
        List<Sequence> locked = lock(connection, tickets.keySet());
        List<NumberedTicket> others = new ArrayList<>();
        tickets.forEach((id, waiting) -> {
            if (locked.stream().noneMatch(sequence -> sequence.id == id)) {
                others.addAll(waiting);
            }
        });
        for (Sequence sequence : locked) {
            number(connection, sequence, tickets.getOrDefault(sequence.id, List.of()), given);
            advance(connection, sequence, now);
        }
        return others;
    }

    private static void number(
            Connection connection, Sequence sequence, List<NumberedTicket> tickets, Set<String> given)
            throws SQLException {
        Deque<NumberedTicket> waiting = new ArrayDeque<>(tickets);
        int block = tickets.size();
        for (int round = 0; !waiting.isEmpty(); round++) {
            if (round == MOST_BLOCKS) {
                throw new IllegalStateException("sequence " + sequence.id + " gives no number that is free");
            }
            takeFree(connection, sequence, waiting, block, given);
            block = Math.min(MOST_AT_ONCE, 2 * block);
        }
    }

    private static void takeFree(
            Connection connection, Sequence sequence, Deque<NumberedTicket> waiting, int block, Set<String> given)
            throws SQLException {
        Set<String> candidates = new HashSet<>();
        for (NumberedTicket ticket : waiting) {
            for (int ahead = 0; ahead < block; ahead++) {
                candidates.add(sequence.peek(ticket.numbering().format(), ahead));
            }
        }
        Set<String> taken = ExistingNumbers.among(connection, candidates);
        int steps = 0;
        while (steps < block && !waiting.isEmpty()) {
            String number = sequence.peek(waiting.element().numbering().format(), steps++);
            String key = Collation.key(number);
            if (!taken.contains(key) && given.add(key)) {
                waiting.remove().setNumber(number);
            }
        }
        sequence.advance(steps);
    }

    private static List<Sequence> lock(Connection connection, Collection<Integer> ids) throws SQLException {
        List<Sequence> locked = new ArrayList<>();
        Statements.read(
                connection,
                LOCK,
                ids,
                row -> locked.add(new Sequence(row.getInt(1), row.getLong(2), row.getLong(3), row.getString(4))));
        return locked;
    }

    private static void advance(Connection connection, Sequence sequence, String now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, sequence.next);
            statement.setString(2, now);
            statement.setInt(3, sequence.id);
            statement.executeUpdate();
        }
    }
}
