package dev.ticketwire.mail.queue.store;

import dev.ticketwire.osticket.sql.Column;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How many mails were handed over in which minute, of all processes: rows of {@code ticketwire_mail_count}. */
public final class CountRows {
    private static final String GUARD = "INSERT IGNORE INTO ticketwire_mail_count (minute, address, number)"
            + " VALUES (0, REPEAT(CHAR(0), 32), 0)";
    private static final String LOCK =
            "SELECT number FROM ticketwire_mail_count WHERE minute = 0 AND address = REPEAT(CHAR(0), 32) FOR UPDATE";
    private static final String SUMS = "SELECT address, SUM(number) FROM ticketwire_mail_count"
            + " WHERE minute > %d AND address IN :keys GROUP BY address";
    private static final String OLD = "DELETE FROM ticketwire_mail_count WHERE minute > 0 AND minute < ? LIMIT 5000";
    private static final Insert<Count> ADD = Insert.<Count>into(
                    "ticketwire_mail_count",
                    Column.column("minute", Count::minute),
                    Column.column("address", count -> count.address().bytes()),
                    Column.column("number", Count::number))
            .updatingDuplicates("number = number + VALUES(number)");

    private CountRows() {}

    /** @param minute since 1970 */
    public record Count(int minute, AddressHash address, int number) {}

    /** Until the end of the transaction nobody else counts. */
    public static void lock(Connection connection) throws SQLException {
        if (Statements.list(connection, LOCK, row -> row.getInt(1)).isEmpty()) {
            Statements.update(connection, GUARD);
            Statements.list(connection, LOCK, row -> row.getInt(1));
        }
    }

    /** @param after minutes up to this one do not count */
    public static Map<AddressHash, Integer> sums(Connection connection, Collection<AddressHash> addresses, int after)
            throws SQLException {
        Map<AddressHash, Integer> sums = new HashMap<>();
        Statements.read(
                connection,
                SUMS.formatted(after),
                addresses.stream().map(AddressHash::bytes).toList(),
                row -> sums.put(new AddressHash(row.getBytes(1)), row.getInt(2)));
        return sums;
    }

    public static void add(Connection connection, Collection<Count> counts) throws SQLException {
        ADD.execute(connection, counts);
    }

    public static void deleteBefore(Connection connection, int minute) throws SQLException {
        Statements.update(connection, OLD, minute);
    }
}
