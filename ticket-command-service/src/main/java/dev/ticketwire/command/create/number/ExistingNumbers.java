package dev.ticketwire.command.create.number;

import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Looks up ticket numbers that are in use. */
final class ExistingNumbers {
    private static final String SELECT = "SELECT DISTINCT number FROM {ticket} WHERE number IN :keys";

    private ExistingNumbers() {}

    /** The {@code numbers} that are in use, by {@link Collation#key}. */
    static Set<String> among(Connection connection, Collection<String> numbers) throws SQLException {
        Set<String> found = new HashSet<>();
        Statements.read(connection, SELECT, numbers, row -> found.add(Collation.key(row.getString(1))));
        return found;
    }
}
