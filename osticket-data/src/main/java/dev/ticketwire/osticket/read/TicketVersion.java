package dev.ticketwire.osticket.read;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The version of a ticket: a text that changes with every change, by anybody, of its row, owner, entries, events,
 * answers, collaborators, referrals or children. Renaming departments, topics, agents and the like does not change it.
 */
public final class TicketVersion {
    private static final String VERSION = """
            SELECT STRAIGHT_JOIN MD5(JSON_ARRAY(t.ticket_id, t.ticket_pid, t.number, t.user_id, t.status_id, t.dept_id,
              t.sla_id, t.topic_id, t.staff_id, t.team_id, t.flags, t.sort, t.source, t.isoverdue, t.isanswered,
              t.duedate, t.est_duedate, t.reopened, t.closed, t.lastupdate, t.created, t.updated, u.name, m.address,
              th.lastresponse, th.lastmessage,
              (SELECT JSON_ARRAY(COUNT(*), BIT_XOR(CRC32(c.ticket_id)))
                 FROM {ticket} c WHERE c.ticket_pid = t.ticket_id),
              (SELECT JSON_ARRAY(COUNT(*), BIT_XOR(CRC32(JSON_ARRAY(e.id, e.flags, e.updated, e.title, e.body))))
                 FROM {thread_entry} e WHERE e.thread_id = th.id),
              (SELECT MAX(ev.id) FROM {thread_event} ev WHERE ev.thread_id = th.id),
              (SELECT JSON_ARRAY(COUNT(*), BIT_XOR(CRC32(JSON_ARRAY(v.entry_id, v.field_id, v.value, v.value_id))))
                 FROM {form_entry} f JOIN {form_entry_values} v ON v.entry_id = f.id
                 WHERE f.object_type = 'T' AND f.object_id = t.ticket_id),
              (SELECT JSON_ARRAY(COUNT(*), BIT_XOR(CRC32(JSON_ARRAY(co.user_id, co.flags, co.role))))
                 FROM {thread_collaborator} co WHERE co.thread_id = th.id),
              (SELECT JSON_ARRAY(COUNT(*), BIT_XOR(CRC32(JSON_ARRAY(r.object_type, r.object_id))))
                 FROM {thread_referral} r WHERE r.thread_id = th.id)))
            FROM {ticket} t LEFT JOIN {thread} th ON th.object_id = t.ticket_id AND th.object_type IN ('T', 'C')
              LEFT JOIN {user} u ON u.id = t.user_id
              LEFT JOIN {user_email} m ON m.id = u.default_email_id
            """;

    private static final String BY_NUMBER = VERSION + "WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1";

    private TicketVersion() {}

    /**
     * The version of a ticket, 32 hexadecimal digits; one statement.
     *
     * @param number a ticket's number, never an internal id
     * @param visible the departments whose tickets the caller may see
     * @return null if there is no such ticket
     */
    public static @Nullable String of(Connection connection, String number, Departments visible) throws SQLException {
        String sql = TablePrefix.named(BY_NUMBER.formatted(VisibilitySql.and("t.dept_id", visible)));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            VisibilitySql.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
