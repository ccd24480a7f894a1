package dev.ticketwire.command.change;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The agents who responded to tickets. */
public final class Respondents {
    private static final String RESPONSES = "SELECT thread_id, staff_id FROM {thread_entry}"
            + " WHERE type = 'R' AND staff_id <> 0 AND thread_id IN :keys ORDER BY id";

    private final Map<Integer, List<Integer>> byThread = new HashMap<>();

    private Respondents() {}

    public static Respondents find(Connection connection, Collection<Integer> threads) throws SQLException {
        Respondents found = new Respondents();
        Statements.read(
                connection,
                RESPONSES,
                threads,
                row -> found.byThread
                        .computeIfAbsent(row.getInt(1), thread -> new ArrayList<>())
                        .add(row.getInt(2)));
        return found;
    }

    /** The author of the second response, which osTicket 1.18 treats as the last respondent. 0 if there is none. */
    public int of(int thread) {
        List<Integer> authors = byThread.getOrDefault(thread, List.of());
        return authors.size() < 2 ? 0 : authors.get(1);
    }
}
