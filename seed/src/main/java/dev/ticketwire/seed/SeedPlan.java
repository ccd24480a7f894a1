package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The missing tickets, in batches, with the ids of their rows. */
final class SeedPlan {
    private static final int BATCH = 4_000;

    private final ExistingTickets existing;
    private final int total;
    private final int[] wanted;
    private final List<BatchPlan> batches = new ArrayList<>();

    private SeedPlan(ExistingTickets existing, int total, int[] wanted) {
        this.existing = existing;
        this.total = total;
        this.wanted = wanted;
    }

    /** @param total number of tickets after the run */
    static SeedPlan upTo(ExistingTickets existing, int total) {
        int[] wanted = new int[Math.max(0, total - existing.total())];
        int number = 0;
        for (int i = 0; i < wanted.length; number++) {
            if (existing.ticket(number) == 0) {
                wanted[i++] = number;
            }
        }
        return new SeedPlan(existing, total, wanted);
    }

    int size() {
        return wanted.length;
    }

    /** Number of tickets after the run. */
    int total() {
        return total;
    }

    int number(int index) {
        return wanted[index];
    }

    /** Whether the ticket at {@code index} creates its user. */
    boolean bringsUser(int index) {
        int user = SyntheticNames.user(wanted[index]);
        return existing.user(user) == 0 && (index == 0 || SyntheticNames.user(wanted[index - 1]) != user);
    }

    /**
     * Reserves the ids of all rows, then divides the tickets into batches, so that all tickets of a user are in one
     * batch.
     */
    List<BatchPlan> batches(Connection connection, String prefix) throws SQLException {
        RowCounts counts = count(0, wanted.length);
        IdReservation ids = new IdReservation(connection, prefix);
        int ticket = ids.reserve("ticket", "ticket_id", wanted.length);
        int thread = ids.reserve("thread", "id", wanted.length);
        int form = ids.reserve("form_entry", "id", wanted.length + counts.users());
        int entry = ids.reserve("thread_entry", "id", counts.entries());
        int user = ids.reserve("user", "id", counts.users());
        int email = ids.reserve("user_email", "id", counts.users());
        cut(new BatchPlan(0, 0, new TicketRowIds(ticket, thread, form, entry), user, email));
        return batches;
    }

    private record RowCounts(int users, int entries) {}

    private RowCounts count(int from, int to) {
        int users = 0;
        int entries = 0;
        for (int i = from; i < to; i++) {
            users += bringsUser(i) ? 1 : 0;
            entries += TicketGenerator.entries(wanted[i]);
        }
        return new RowCounts(users, entries);
    }

    private void cut(BatchPlan begin) {
        BatchPlan batch = begin;
        for (int from = 0; from < wanted.length; ) {
            int to = Math.min(from + BATCH, wanted.length);
            while (to < wanted.length && SyntheticNames.user(wanted[to]) == SyntheticNames.user(wanted[to - 1])) {
                to++;
            }
            batches.add(new BatchPlan(from, to, batch.first(), batch.firstUser(), batch.firstEmail()));
            batch = after(batch, from, to);
            from = to;
        }
    }

    private BatchPlan after(BatchPlan batch, int from, int to) {
        RowCounts counts = count(from, to);
        int tickets = to - from;
        TicketRowIds first = batch.first();
        TicketRowIds next = new TicketRowIds(
                first.ticket() + tickets,
                first.thread() + tickets,
                first.formEntry() + tickets + counts.users(),
                first.firstEntry() + counts.entries());
        return new BatchPlan(to, to, next, batch.firstUser() + counts.users(), batch.firstEmail() + counts.users());
    }
}
