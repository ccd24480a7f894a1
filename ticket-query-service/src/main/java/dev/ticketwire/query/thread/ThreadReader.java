package dev.ticketwire.query.thread;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.query.fields.ReferenceNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a page of a ticket's thread. Statements: the thread, the positions of the page, its entries, and their
 * attachments, if any. Bodies are read only for the page.
 */
@ApplicationScoped
class ThreadReader {
    private static final String THREAD = TablePrefix.named("""
            SELECT COALESCE(th.id, 0)
            FROM {ticket} t
              JOIN {ticket_status} s ON s.id = t.status_id
              LEFT JOIN {thread} th ON th.object_id = t.ticket_id AND th.object_type IN ('T', 'C')
            WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1""");

    /** The time as text, because the driver has no value for a zero date. */
    private static final String POSITIONS = TablePrefix.named("""
            SELECT e.id, CAST(e.created AS CHAR)
            FROM {thread_entry} e
            WHERE e.thread_id = ? AND e.flags & 4 = 0
            """);

    private final ReplicaReads reads;
    private final ReferenceSnapshot snapshot;

    ThreadReader(ReplicaReads reads, ReferenceSnapshot snapshot) {
        this.reads = reads;
        this.snapshot = snapshot;
    }

    /**
     * @param number a ticket's number, never its id
     * @param caller sees only its departments, and notes only if it may
     * @return empty if there is no such ticket
     */
    Optional<ThreadPage> page(String number, ThreadRequest request, Identity caller) {
        ReferenceNames names = new ReferenceNames(snapshot.current());
        return reads.readByText(Optional.empty(), connection -> {
            OptionalLong thread = thread(connection, number, caller.departments());
            return thread.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page(connection, thread.getAsLong(), request, caller, names));
        });
    }

    /** 0 if the ticket has no thread. */
    private static OptionalLong thread(Connection connection, String number, Departments visible) throws SQLException {
        String sql = THREAD.formatted(VisibilitySql.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            VisibilitySql.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static ThreadPage page(
            Connection connection, long thread, ThreadRequest request, Identity caller, ReferenceNames names)
            throws SQLException {
        List<ThreadPosition> positions = positions(connection, thread, request, caller);
        boolean hasMore = positions.size() > request.limit();
        List<ThreadPosition> shown = hasMore ? positions.subList(0, request.limit()) : positions;
        List<Long> ids = shown.stream().map(ThreadPosition::id).toList();
        return new ThreadPage(ThreadEntryReader.withIds(connection, ids, names), hasMore ? shown.getLast() : null);
    }

    /** The positions of the page, and the first of the next page if there is one. */
    private static List<ThreadPosition> positions(
            Connection connection, long thread, ThreadRequest request, Identity caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(request, caller))) {
            bind(statement, thread, request);
            try (ResultSet row = statement.executeQuery()) {
                List<ThreadPosition> positions = new ArrayList<>();
                while (row.next()) {
                    positions.add(new ThreadPosition(row.getString(2), row.getLong(1)));
                }
                return positions;
            }
        }
    }

    private static String sql(ThreadRequest request, Identity caller) {
        int types = request.types().size();
        return POSITIONS
                + VisibilitySql.entries("e.type", caller.seesNotes())
                + (types == 0 ? "" : " AND e.type IN " + Placeholders.in(types))
                + (request.after() == null ? "" : " AND (e.created, e.id) " + request.order().operator + " (?, ?)")
                + " ORDER BY " + request.order().columns + " LIMIT ?";
    }

    private static void bind(PreparedStatement statement, long thread, ThreadRequest request) throws SQLException {
        statement.setLong(1, thread);
        int i = Placeholders.bind(statement, 2, request.types());
        ThreadPosition after = request.after();
        if (after != null) {
            statement.setString(i++, after.created());
            statement.setLong(i++, after.id());
        }
        statement.setInt(i, request.limit() + 1);
    }
}
