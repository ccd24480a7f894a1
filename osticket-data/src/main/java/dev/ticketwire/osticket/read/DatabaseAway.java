package dev.ticketwire.osticket.read;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Recognises errors that mean that the database or the connection to it is lost, not that the statement is wrong. */
public final class DatabaseAway {
    /** Too many connections, server shutdown, query interrupted, connection killed. */
    private static final Set<Integer> CODES = Set.of(1040, 1053, 1317, 1927);

    private DatabaseAway() {}

    /**
     * Whether {@code error} or one of its causes is a lost or refused connection, or one that the pool could not give
     * in time.
     */
    public static boolean causes(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isLost(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLost(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.startsWith("08")
                || CODES.contains(error.getErrorCode())
                || error.getCause() instanceof TimeoutException;
    }
}
