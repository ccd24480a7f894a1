package dev.ticketwire.command.change;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The threads of tickets, merged ones included. */
public final class ThreadIds {
    private static final String THREADS = "SELECT object_id, id FROM {thread} WHERE object_type IN ('T', 'C')"
            + " AND object_id IN :keys ORDER BY object_type";

    private ThreadIds() {}

    /** By ticket; a ticket without a thread is missing. */
    public static Map<Integer, Integer> of(Connection connection, Collection<Integer> tickets) throws SQLException {
        Map<Integer, Integer> threads = new HashMap<>();
        Statements.read(connection, THREADS, tickets, row -> threads.put(row.getInt(1), row.getInt(2)));
        return threads;
    }
}
