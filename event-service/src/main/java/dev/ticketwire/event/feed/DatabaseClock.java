package dev.ticketwire.event.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;

/** The clock that tells when a ticket changed. */
final class DatabaseClock {
    private DatabaseClock() {}

    /** To the second. */
    static Instant now(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT UNIX_TIMESTAMP()")) {
            row.next();
            return Instant.ofEpochSecond(row.getLong(1));
        }
    }
}
