package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Which tickets are still wanted, in batches, with the ids that their rows get. */
final class SeedPlan {
    private static final int BATCH = 4_000;

    private final ExistingTickets existing;
    private final int total;
    private final int[] wanted;
    private final List<BatchPlan> shares = new ArrayList<>();

    private SeedPlan(ExistingTickets existing, int total, int[] wanted) {
        this.existing = existing;
        this.total = total;
        this.wanted = wanted;
    }

    /** @param total how many tickets there shall be in the end */
    static SeedPlan of(ExistingTickets existing, int total) {
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

    /** How many there are in the end. */
    int total() {
        return total;
    }

    int number(int index) {
        return wanted[index];
    }

    /** Whether its user has to be made along with the ticket at {@code index}. */
    boolean bringsUser(int index) {
        int user = SyntheticNames.user(wanted[index]);
        return existing.user(user) == 0 && (index == 0 || SyntheticNames.user(wanted[index - 1]) != user);
    }

    /**
     * Takes the ids of all rows away from everybody else, then cuts the batches: between two users, so that what belongs
     * together is in one.
     */
    List<BatchPlan> shares(Connection connection, String prefix) throws SQLException {
        int users = 0;
        int entries = 0;
        for (int i = 0; i < wanted.length; i++) {
            users += bringsUser(i) ? 1 : 0;
            entries += SyntheticTicket.entries(wanted[i]);
        }
        int ticket = reserve(connection, prefix + "ticket", "ticket_id", wanted.length);
        int thread = reserve(connection, prefix + "thread", "id", wanted.length);
        int form = reserve(connection, prefix + "form_entry", "id", wanted.length + users);
        int entry = reserve(connection, prefix + "thread_entry", "id", entries);
        int user = reserve(connection, prefix + "user", "id", users);
        int email = reserve(connection, prefix + "user_email", "id", users);
        cut(new BatchPlan(0, 0, new TicketRowIds(ticket, thread, form, entry), user, email));
        return shares;
    }

    private void cut(BatchPlan begin) {
        BatchPlan share = begin;
        for (int from = 0; from < wanted.length; ) {
            int to = Math.min(from + BATCH, wanted.length);
            while (to < wanted.length && SyntheticNames.user(wanted[to]) == SyntheticNames.user(wanted[to - 1])) {
                to++;
            }
            shares.add(new BatchPlan(from, to, share.first(), share.firstUser(), share.firstEmail()));
            share = after(share, from, to);
            from = to;
        }
    }

    private BatchPlan after(BatchPlan share, int from, int to) {
        int users = 0;
        int entries = 0;
        for (int i = from; i < to; i++) {
            users += bringsUser(i) ? 1 : 0;
            entries += SyntheticTicket.entries(wanted[i]);
        }
        TicketRowIds first = share.first();
        TicketRowIds next = new TicketRowIds(
                first.ticket() + to - from,
                first.thread() + to - from,
                first.formEntry() + to - from + users,
                first.firstEntry() + entries);
        return new BatchPlan(to, to, next, share.firstUser() + users, share.firstEmail() + users);
    }

    /**
     * The help desk may be at work: a row with the last id moves the counter beyond it, and is taken back. While that is
     * done nobody else takes an id.
     */
    private static int reserve(Connection connection, String table, String key, int count) throws SQLException {
        if (count == 0) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES `" + table + "` WRITE");
            try {
                int first = next(connection, table);
                int last = first + count - 1;
                statement.execute("INSERT INTO `" + table + "` (`" + key + "`) VALUES (" + last + ")");
                statement.execute("DELETE FROM `" + table + "` WHERE `" + key + "` = " + last);
                return first;
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }
    }

    private static int next(Connection connection, String table) throws SQLException {
        String sql = "SELECT auto_increment FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
