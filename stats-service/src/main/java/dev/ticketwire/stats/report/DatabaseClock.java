package dev.ticketwire.stats.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The database's clock, in the time zone of the database's times. */
final class DatabaseClock {
    private DatabaseClock() {}

    /** Today's date. One statement. */
    static LocalDate today(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT CURDATE()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return LocalDate.parse(row.getString(1));
        }
    }
}
