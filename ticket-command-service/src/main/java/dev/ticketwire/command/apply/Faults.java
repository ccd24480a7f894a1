package dev.ticketwire.command.apply;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classifies database errors: transient ones, missing setup that an administrator must fix, and faults of the command
 * itself.
 */
final class Faults {
    /**
     * Aborted by the server, server shutting down, full, read-only, too many connections, lock wait, deadlock, table
     * just altered, killed.
     */
    private static final Set<Integer> PASSING =
            Set.of(1020, 1021, 1040, 1053, 1114, 1205, 1213, 1290, 1317, 1412, 1792, 1836, 1927);
    /** Unknown database, table or column; missing right. */
    private static final Set<Integer> SETUP = Set.of(1044, 1045, 1049, 1054, 1142, 1143, 1146, 1227);

    private static final int DUPLICATE = 1062;

    private Faults() {}

    /** Whether the fault is transient: the whole transaction is repeated until it succeeds. */
    static boolean isPassing(Exception e) {
        SQLException cause = cause(e);
        if (cause == null) {
            return false;
        }
        String state = cause.getSQLState();
        return (state != null && (state.startsWith("08") || state.startsWith("40")))
                || PASSING.contains(cause.getErrorCode());
    }

    /** Whether the database lacks something that every command needs, so that no command caused the error. */
    static boolean isSetup(Exception e) {
        SQLException cause = cause(e);
        return cause != null && SETUP.contains(cause.getErrorCode());
    }

    /** Whether another worker was faster with the same unique key (a command id, a new requester's address). */
    static boolean isDuplicate(Exception e) {
        SQLException cause = cause(e);
        return cause != null && cause.getErrorCode() == DUPLICATE;
    }

    /** The reason as stored with the dead letter, at most 500 characters. */
    static String described(Exception e) {
        String text = e.getMessage() == null ? kind(e) : kind(e) + ": " + e.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    /** The reason for the log, without the server's message, which may quote a client's data. */
    static String kind(Exception e) {
        SQLException sql = cause(e);
        return sql == null
                ? e.getClass().getSimpleName()
                : "SQL error " + sql.getErrorCode() + " (state " + sql.getSQLState() + ")";
    }

    /** Names the position of the error, never the value: a parser's message quotes its input. */
    static String undecodable(Exception e) {
        String place =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? " at " + mapping.getPathReference()
                        : "";
        boolean ours = e.getClass() == IOException.class;
        return "it cannot be decoded: " + (ours ? e.getMessage() : e.getClass().getSimpleName() + place);
    }

    private static @Nullable SQLException cause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
