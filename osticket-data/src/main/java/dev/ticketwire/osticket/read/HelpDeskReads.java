package dev.ticketwire.osticket.read;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Reads from the help desk's database, the primary. A read that loses its connection is repeated on another one, which
 * hides connections that the server or an administrator has closed; an unreachable database is reported at once.
 */
@ApplicationScoped
public class HelpDeskReads implements Reads {
    private final AgroalDataSource database;
    private final int attempts;

    HelpDeskReads(AgroalDataSource database) {
        this.database = database;
        // Every pooled connection may be dead; after them the pool opens a new one.
        this.attempts =
                database.getConfiguration().connectionPoolConfiguration().maxSize() + 1;
    }

    @Override
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
