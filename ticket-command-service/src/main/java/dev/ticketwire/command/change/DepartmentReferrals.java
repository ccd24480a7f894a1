package dev.ticketwire.command.change;

import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.sql.Insert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refers tickets to further departments that a mail was sent to, in one statement for a wave. */
public final class DepartmentReferrals {
    /** Keeps a row that osTicket has written meanwhile. */
    private static final Insert<ReferralRow> INSERT = ReferralRow.insert("D").ignoringDuplicates();

    private final List<ReferralRow> rows = new ArrayList<>();
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
        rows.add(new ReferralRow(thread, department, now));
    }

    public void write(Connection connection) throws SQLException {
        INSERT.execute(connection, rows);
    }
}
