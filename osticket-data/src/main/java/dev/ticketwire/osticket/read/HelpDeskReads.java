package dev.ticketwire.osticket.read;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Runs reads outside any transaction. A read that loses its connection is repeated on another one, which hides
 * connections that the server or an administrator has closed; an unreachable database is reported at once.
 */
@ApplicationScoped
public class HelpDeskReads {
    private static final int ILLEGAL_MIX_OF_COLLATIONS = 1267;

    private final AgroalDataSource database;
    private final int attempts;

    HelpDeskReads(AgroalDataSource database) {
        this.database = database;
        // Every pooled connection may be dead; after them the pool opens a new one.
        this.attempts =
                database.getConfiguration().connectionPoolConfiguration().maxSize() + 1;
    }

    /** Statements that only read, and what they found. May run more than once. */
    @FunctionalInterface
    public interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @throws ReadFailed if a statement failed, or the connection was lost on every attempt; {@link DatabaseAway}
     *     tells which
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

    /**
     * As {@link #read}, for a query that compares a client's text with a column: characters that the column cannot
     * hold, such as an emoji in osTicket's usual {@code utf8mb3}, are an error to the database, but only mean that no
     * row matches.
     *
     * @param none what it means that no row matches
     */
    public <T> T readByText(T none, Query<T> query) {
        try {
            return read(query);
        } catch (ReadFailed e) {
            if (e.getCause() instanceof SQLException sql && sql.getErrorCode() == ILLEGAL_MIX_OF_COLLATIONS) {
                return none;
            }
            throw e;
        }
    }

    /**
     * As {@link #read}, for entities, whose session takes a connection by itself.
     *
     * @throws PersistenceException if a statement failed, or the connection was lost on every attempt
     * @throws ReadFailed if the database cannot be reached at all
     */
    public <T> T readEntities(Supplier<T> query) {
        for (int attempt = 1; ; attempt++) {
            requireConnection();
            try {
                return query.get();
            } catch (PersistenceException e) {
                if (attempt == attempts || !DatabaseAway.causes(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Borrows a connection from the pool, which sends nothing: so a new one that cannot be made is not tried again
     * and again.
     */
    private void requireConnection() {
        try {
            connect().close();
        } catch (SQLException e) {
            throw new ReadFailed(e);
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
