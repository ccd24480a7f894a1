package dev.ticketwire.command.update;

import dev.ticketwire.command.change.Respondents;
import dev.ticketwire.command.change.ThreadIds;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The data that the rules need about the tickets of a wave besides their rows, looked up for all of them together. */
final class UpdateContext {
    private static final String TASKS =
            "SELECT object_id, COUNT(*) FROM {task} WHERE flags & 1 AND object_id IN :keys GROUP BY object_id";
    private static final String REFERRALS =
            "SELECT thread_id, object_id FROM {thread_referral} WHERE object_type = 'S' AND thread_id IN :keys";

    private final Map<Integer, Integer> tasks = new HashMap<>();
    private final Set<Referral> referrals = new HashSet<>();
    private final Map<Integer, Integer> threads;
    private final Map<Integer, TicketForms> forms;
    private final Respondents respondents;

    private record Referral(int thread, int staff) {}

    private UpdateContext(Map<Integer, Integer> threads, Map<Integer, TicketForms> forms, Respondents respondents) {
        this.threads = threads;
        this.forms = forms;
        this.respondents = respondents;
    }

    /**
     * @param answered tickets whose answers are needed
     * @param moved tickets whose status is to change
     */
    static UpdateContext find(
            Connection connection, Collection<Integer> tickets, Collection<Integer> answered, Collection<Integer> moved)
            throws SQLException {
        Map<Integer, Integer> threads = ThreadIds.of(connection, tickets);
        List<Integer> ofMoved =
                moved.stream().map(threads::get).filter(Objects::nonNull).toList();
        UpdateContext context = new UpdateContext(
                threads, TicketForms.read(connection, answered), Respondents.find(connection, ofMoved));
        Statements.read(connection, TASKS, moved, row -> context.tasks.put(row.getInt(1), row.getInt(2)));
        Statements.read(
                connection,
                REFERRALS,
                ofMoved,
                row -> context.referrals.add(new Referral(row.getInt(1), row.getInt(2))));
        return context;
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

    /** The agent to whom an unassigned ticket is assigned when it is reopened; 0 for none. */
    int respondent(int thread) {
        return respondents.of(thread);
    }

    boolean isReferred(int thread, int staff) {
        return referrals.contains(new Referral(thread, staff));
    }
}
