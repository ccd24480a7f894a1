package dev.ticketwire.command.update;

import dev.ticketwire.command.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules need to know of a wave's tickets besides their rows, looked up for all of them together. */
final class Facts {
    private static final String THREADS = "SELECT object_id, id FROM {thread} WHERE object_type IN ('T', 'C')"
            + " AND object_id IN :keys ORDER BY object_type";
    private static final String TASKS =
            "SELECT object_id, COUNT(*) FROM {task} WHERE flags & 1 AND object_id IN :keys GROUP BY object_id";
    private static final String RESPONSES = "SELECT thread_id, staff_id FROM {thread_entry}"
            + " WHERE type = 'R' AND staff_id <> 0 AND thread_id IN :keys ORDER BY id";
    private static final String REFERRALS =
            "SELECT thread_id, object_id FROM {thread_referral} WHERE object_type = 'S' AND thread_id IN :keys";

    private final Map<Integer, Integer> threads = new HashMap<>();
    private final Map<Integer, Integer> tasks = new HashMap<>();
    private final Map<Integer, List<Integer>> respondents = new HashMap<>();
    private final Set<Referral> referrals = new HashSet<>();
    private Map<Integer, TicketForms> forms = Map.of();

    private record Referral(int thread, int staff) {}

    private Facts() {}

    /**
     * @param answered tickets whose answers matter
     * @param moved tickets whose status is to change
     */
    static Facts find(
            Connection connection, Collection<Integer> tickets, Collection<Integer> answered, Collection<Integer> moved)
            throws SQLException {
        Facts facts = new Facts();
        Statements.read(connection, THREADS, tickets, row -> facts.threads.put(row.getInt(1), row.getInt(2)));
        facts.forms = TicketForms.read(connection, answered);
        Statements.read(connection, TASKS, moved, row -> facts.tasks.put(row.getInt(1), row.getInt(2)));
        List<Integer> threads =
                moved.stream().map(facts::thread).filter(thread -> thread != 0).toList();
        Statements.read(
                connection,
                RESPONSES,
                threads,
                row -> facts.respondents
                        .computeIfAbsent(row.getInt(1), thread -> new ArrayList<>())
                        .add(row.getInt(2)));
        Statements.read(
                connection, REFERRALS, threads, row -> facts.referrals.add(new Referral(row.getInt(1), row.getInt(2))));
        return facts;
    }

    /** 0 if the ticket has none. */
    int thread(int ticket) {
        return threads.getOrDefault(ticket, 0);
    }

    TicketForms forms(int ticket) {
        return forms.getOrDefault(ticket, TicketForms.NONE);
    }

    int openTasks(int ticket) {
        return tasks.getOrDefault(ticket, 0);
    }

    /** The author of the second response: whom osTicket 1.18 takes for the last respondent. 0 if there is none. */
    int respondent(int thread) {
        List<Integer> authors = respondents.getOrDefault(thread, List.of());
        return authors.size() < 2 ? 0 : authors.get(1);
    }

    boolean isReferred(int thread, int staff) {
        return referrals.contains(new Referral(thread, staff));
    }
}
