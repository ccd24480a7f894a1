package dev.ticketwire.osticket.read;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads outside any transaction. One that loses its connection is repeated on another, so that connections that
 * the server or an administrator ended go unnoticed; a database that cannot be reached at all is reported at once.
 */
@ApplicationScoped
public class HelpDeskReads {
    private final AgroalDataSource database;
    private final int attempts;

    HelpDeskReads(AgroalDataSource database) {
        this.database = database;
        // Every pooled connection may be a dead one; after them comes a new one.
        this.attempts =
                database.getConfiguration().connectionPoolConfiguration().maxSize() + 1;
    }

    /** Statements that only read, and what they found. May run more than once. */
    @FunctionalInterface
    public interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @throws ReadFailed if a statement failed, or the connection was lost on every attempt; {@link DatabaseAway} tells which
     */
    public <T> T read(Query<T> query) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connect()) {
                return query.on(connection);
            } catch (SQLException e) {
                if (attempt == attempts || !DatabaseAway.causes(e)) {
                    throw new ReadFailed(e);
                }
            }
        }
    }

    private Connection connect() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new ReadFailed(e);
        }
    }
}
