package dev.ticketwire.command.create.number;

import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which numbers tickets have. */
final class ExistingNumbers {
    private static final String SELECT = TablePrefix.named("SELECT DISTINCT number FROM {ticket} WHERE number IN ");

    private ExistingNumbers() {}

    /** Those of {@code numbers} that a ticket has, by {@link Collation#key}. */
    static Set<String> among(Connection connection, Collection<String> numbers) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT + Placeholders.in(numbers.size()))) {
            Placeholders.bind(statement, 1, numbers);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(Collation.key(rows.getString(1)));
                }
            }
        }
        return found;
    }
}
