package dev.ticketwire.command.create.number;

import dev.ticketwire.command.sql.Collation;
import dev.ticketwire.osticket.numbering.TicketNumberFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Numbers drawn at random, with more digits than the format says where most of the shorter ones are taken. */
final class RandomNumbers {
    private static final int SAMPLE = 200;
    private static final int LONGEST = 20;

    private final RandomGenerator random;

    /** Digits to add, by format. */
    private final Map<String, Integer> moreDigits = new HashMap<>();

    RandomNumbers(RandomGenerator random) {
        this.random = random;
    }

    void draw(List<Numbered> tickets, Set<String> given) {
        for (Numbered ticket : tickets) {
            ticket.setNumber(draw(ticket.numbering().format(), given));
        }
    }

    private String draw(String format, Set<String> given) {
        for (int failed = 0; ; failed++) {
            if (failed == Numbers.MOST_DRAWS) {
                addDigit(format);
                failed = 0;
            }
            String number = one(format);
            if (given.add(Collation.key(number))) {
                return number;
            }
        }
    }

    /** Adds a digit to the formats of {@code tickets} for as long as more than half of their numbers are taken. */
    void widenWhereCrowded(Connection connection, List<Numbered> tickets) throws SQLException {
        Set<String> formats = new HashSet<>();
        tickets.forEach(ticket -> formats.add(ticket.numbering().format()));
        for (String format : formats) {
            while (isCrowded(connection, format)) {
                addDigit(format);
            }
        }
    }

    void addDigit(String format) {
        if (one(format).length() >= LONGEST) {
            throw new IllegalStateException("no ticket number is left in the format '" + format + "'");
        }
        moreDigits.merge(format, 1, Integer::sum);
    }

    /** Counting what is taken would read all of it; a sample tells enough. */
    private boolean isCrowded(Connection connection, String format) throws SQLException {
        Set<String> sample = new HashSet<>();
        for (int i = 0; i < SAMPLE; i++) {
            sample.add(one(format));
        }
        return 2 * ExistingNumbers.among(connection, sample).size() > sample.size();
    }

    private String one(String format) {
        return TicketNumberFormat.random(format, moreDigits.getOrDefault(format, 0), random);
    }
}
