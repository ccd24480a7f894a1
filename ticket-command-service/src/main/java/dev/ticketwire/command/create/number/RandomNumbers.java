package dev.ticketwire.command.create.number;

import dev.ticketwire.osticket.format.TicketNumberFormat;
import dev.ticketwire.osticket.sql.Collation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws random numbers. If most numbers of a format are in use, numbers get more digits than the format has. */
final class RandomNumbers {
    private static final int SAMPLE = 200;
    /** Candidates in addition to two for each ticket: one look-up is enough until half of the numbers are in use. */
    private static final int SPARE = 16;

    private static final int LONGEST = 20;

    private final RandomGenerator random;

    /** Additional digits, by format. */
    private final Map<String, Integer> moreDigits = new HashMap<>();

    RandomNumbers(RandomGenerator random) {
        this.random = random;
    }

    /** Gives each of {@code tickets} a number that no visible ticket and no ticket of this wave has. */
    void draw(Connection connection, List<NumberedTicket> tickets, Set<String> given) throws SQLException {
        Map<String, Queue<NumberedTicket>> byFormat = new LinkedHashMap<>();
        for (NumberedTicket ticket : tickets) {
            byFormat.computeIfAbsent(ticket.numbering().format(), format -> new ArrayDeque<>())
                    .add(ticket);
        }
        for (Map.Entry<String, Queue<NumberedTicket>> entry : byFormat.entrySet()) {
            draw(connection, entry.getKey(), entry.getValue(), given);
        }
    }

    private void draw(Connection connection, String format, Queue<NumberedTicket> tickets, Set<String> given)
            throws SQLException {
        for (int round = 1; ; round++) {
            Set<String> candidates = some(format, 2 * tickets.size() + SPARE);
            Set<String> taken = ExistingNumbers.among(connection, candidates);
            if (round % TicketNumbers.MOST_DRAWS == 0
                    || (2 * taken.size() > candidates.size() && isCrowded(connection, format))) {
                addDigit(format);
                continue;
            }
            for (String candidate : candidates) {
                String key = Collation.key(candidate);
                if (!taken.contains(key) && given.add(key)) {
                    tickets.remove().setNumber(candidate);
                    if (tickets.isEmpty()) {
                        return;
                    }
                }
            }
        }
    }

    void addDigit(String format) {
        if (one(format).length() >= LONGEST) {
            throw new IllegalStateException("no ticket number is left in the format '" + format + "'");
        }
        moreDigits.merge(format, 1, Integer::sum);
    }

    /** Estimates from a sample: counting would read all numbers. */
    private boolean isCrowded(Connection connection, String format) throws SQLException {
        Set<String> sample = some(format, SAMPLE);
        return 2 * ExistingNumbers.among(connection, sample).size() > sample.size();
    }

    private Set<String> some(String format, int count) {
        Set<String> numbers = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            numbers.add(one(format));
        }
        return numbers;
    }

    private String one(String format) {
        return TicketNumberFormat.random(format, moreDigits.getOrDefault(format, 0), random);
    }
}
