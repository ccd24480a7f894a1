package dev.ticketwire.query.ticket;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.Visible;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.rest.Cursor;
import dev.ticketwire.rest.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A page of a ticket's thread: the ticket, the ids of the page, its entries, and where one has files, those. No body is read
 * but those of the page.
 */
@ApplicationScoped
class ThreadReader {
    private static final String THREAD = """
            SELECT COALESCE(th.id, 0)
            FROM {ticket} t
              JOIN {ticket_status} s ON s.id = t.status_id
              LEFT JOIN {thread} th ON th.object_id = t.ticket_id AND th.object_type IN ('T', 'C')
            """;
    private static final String BY_NUMBER =
            TablePrefix.named(THREAD + "WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1");
    /** As text, because the driver has no value for a date of zeros. */
    private static final String PAGE = TablePrefix.named("""
            SELECT e.id, CAST(e.created AS CHAR)
            FROM {thread_entry} e
            WHERE e.thread_id = ? AND e.flags & 4 = 0
            """);

    private final HelpDeskReads reads;
    private final ReferenceSnapshot snapshot;

    ThreadReader(HelpDeskReads reads, ReferenceSnapshot snapshot) {
        this.reads = reads;
        this.snapshot = snapshot;
    }

    /** @param next leads to the page after this one; null if this is the last */
    record Page(Form form, @Nullable Cursor next) {}

    private record Place(long id, String created) {}

    /**
     * @param number a ticket's number, never an internal id
     * @param caller who is shown only what it may see
     * @param accept the form wanted, see {@link Form#accepted}
     * @return empty if there is no such ticket
     */
    Optional<Page> read(String number, ThreadRequest request, Identity caller, @Nullable String accept) {
        TicketNames names = new TicketNames(snapshot.current());
        return reads.readByText(Optional.empty(), connection -> {
            OptionalLong thread = thread(connection, number, caller.departments());
            return thread.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page(connection, thread.getAsLong(), request, caller, names, Form.accepted(accept)));
        });
    }

    private static OptionalLong thread(Connection connection, String number, Departments visible) throws SQLException {
        String sql = BY_NUMBER.formatted(Visible.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            Visible.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static Page page(
            Connection connection, long thread, ThreadRequest request, Identity caller, TicketNames names, Form form)
            throws SQLException {
        List<Place> places = places(connection, thread, request, caller);
        boolean hasMore = places.size() > request.limit();
        List<Place> shown = hasMore ? places.subList(0, request.limit()) : places;
        Entries.withIds(connection, shown.stream().map(Place::id).toList()).write(form, names);
        Place last = hasMore ? shown.getLast() : null;
        return new Page(form, last == null ? null : request.beyond(last.created(), last.id()));
    }

    /** Those of the page, and one more where there is more. */
    private static List<Place> places(Connection connection, long thread, ThreadRequest request, Identity caller)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(request, caller))) {
            int i = 1;
            statement.setLong(i++, thread);
            for (String type : request.types()) {
                statement.setString(i++, type);
            }
            Cursor after = request.after();
            if (after != null) {
                statement.setString(i++, after.part(1));
                statement.setLong(i++, after.number(2));
            }
            statement.setInt(i, request.limit() + 1);
            try (ResultSet row = statement.executeQuery()) {
                List<Place> places = new ArrayList<>();
                while (row.next()) {
                    places.add(new Place(row.getLong(1), row.getString(2)));
                }
                return places;
            }
        }
    }

    private static String sql(ThreadRequest request, Identity caller) {
        int types = request.types().size();
        return PAGE
                + Visible.entries("e.type", caller.seesNotes())
                + (types == 0 ? "" : " AND e.type IN (?" + ", ?".repeat(types - 1) + ")")
                + (request.after() == null ? "" : " AND (e.created, e.id) " + request.order().beyond + " (?, ?)")
                + " ORDER BY " + request.order().columns + " LIMIT ?";
    }
}
