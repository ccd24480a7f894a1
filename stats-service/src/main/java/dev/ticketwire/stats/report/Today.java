package dev.ticketwire.stats.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Today on the database's clock, which all times in the database are of. */
final class Today {
    private Today() {}

    static LocalDate of(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT CURDATE()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return LocalDate.parse(row.getString(1));
        }
    }
}
