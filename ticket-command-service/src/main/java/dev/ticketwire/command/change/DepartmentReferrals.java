package dev.ticketwire.command.change;

import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.sql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Departments that may see tickets of others, because a mail was sent to them too; of a wave, in one statement. */
public final class DepartmentReferrals {
    /** One that osTicket wrote meanwhile stays as it is. */
    private static final RowInsert ROW = new RowInsert(
            "INSERT IGNORE INTO {thread_referral} (thread_id, object_id, object_type, created)", "(?,?,'D',?)");

    private final RowInsert rows = ROW.fresh();
    private final String now;

    /** @param now as the database writes times */
    public DepartmentReferrals(String now) {
        this.now = now;
    }

    /**
     * @param addressed the help desk's mailboxes that a mail was sent to
     * @param department of the ticket
     * @param mailbox that the ticket came in at, 0 for none
     * @return the departments to refer the ticket to, if they are not yet
     */
    public static Set<Integer> wanted(Collection<Mailbox> addressed, int department, int mailbox) {
        Set<Integer> wanted = new TreeSet<>();
        for (Mailbox one : addressed) {
            if (one.id != mailbox && one.departmentId != department && one.departmentId != 0) {
                wanted.add(one.departmentId);
            }
        }
        return wanted;
    }

    public void add(int thread, int department) {
        rows.add(thread, department, now);
    }

    public void write(Connection connection) throws SQLException {
        rows.execute(connection);
    }
}
