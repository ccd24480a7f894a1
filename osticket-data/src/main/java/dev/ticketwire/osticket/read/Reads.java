package dev.ticketwire.osticket.read;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs reads outside any transaction, all statements of a read on one server. */
public interface Reads {
    /** The server's error for a text with characters that a column cannot hold. */
    int ILLEGAL_MIX_OF_COLLATIONS = 1267;

    /** Statements that only read, and what they found. May run more than once. */
    @FunctionalInterface
    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @throws ReadFailed if a statement failed, or the connection was lost on every attempt; {@link DatabaseAway}
     *     tells which
     */
    <T> T read(Query<T> query);

    /**
     * As {@link #read}, for a query that compares a client's text with a column: characters that the column cannot
     * hold, such as an emoji in osTicket's usual {@code utf8mb3}, are an error to the database, but only mean that no
     * row matches.
     *
     * @param none what it means that no row matches
     */
    default <T> T readByText(T none, Query<T> query) {
        try {
            return read(query);
        } catch (ReadFailed e) {
            if (e.getCause() instanceof SQLException sql && sql.getErrorCode() == ILLEGAL_MIX_OF_COLLATIONS) {
                return none;
            }
            throw e;
        }
    }
}
