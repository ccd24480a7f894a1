package dev.ticketwire.query.mail;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a page of a ticket's mails. Two statements: the ticket, and the page. */
@ApplicationScoped
class MailReader {
    private static final String TICKET =
            TablePrefix.named("SELECT t.ticket_id FROM {ticket} t JOIN {ticket_status} s ON s.id = t.status_id"
                    + " WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1");

    /** Times as text: the driver drops a leading zero of their milliseconds. */
    private static final String MAILS = "SELECT id, type, state, subject, from_name, from_address, recipients,"
            + " CONCAT(created), attempts, CONCAT(next_attempt), CONCAT(settled), error FROM ticketwire_mail"
            + " WHERE ticket_id = ? AND id > ?";

    /** What goes to customers. Mails to agents and administrators tell who works at the help desk. */
    private static final List<String> TO_CUSTOMERS = List.of(
            MailType.AUTO_RESPONSE.label(),
            MailType.CANNED_ANSWER.label(),
            MailType.LIMIT_NOTICE.label(),
            MailType.CONFIRMATION.label(),
            MailType.COPY.label(),
            MailType.REPLY.label());

    private final HelpDeskReads reads;

    MailReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    /** @param end id of the last mail; null if none follow */
    record Page(List<MailView> mails, @Nullable Long end) {}

    /**
     * @param number a ticket's number, never its id
     * @param caller sees only its departments; recipients, and mails to agents, only if it may see notes
     * @return empty if there is no such ticket
     */
    Optional<Page> page(String number, MailRequest request, Identity caller) {
        return reads.readByText(Optional.empty(), connection -> {
            OptionalInt ticket = ticket(connection, number, caller);
            return ticket.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page(connection, ticket.getAsInt(), request, caller.seesNotes()));
        });
    }

    private static OptionalInt ticket(Connection connection, String number, Identity caller) throws SQLException {
        String sql = TICKET.formatted(VisibilitySql.and("t.dept_id", caller.departments()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            VisibilitySql.bind(statement, 2, caller.departments());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    private static Page page(Connection connection, int ticket, MailRequest request, boolean all) throws SQLException {
        String types = all ? "" : " AND type IN " + Placeholders.in(TO_CUSTOMERS.size());
        String sql = MAILS + types + " ORDER BY id LIMIT ?";
        List<MailView> mails = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, ticket);
            statement.setLong(2, request.after());
            int next = Placeholders.bind(statement, 3, all ? List.of() : TO_CUSTOMERS);
            statement.setInt(next, request.limit() + 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    mails.add(view(row, all));
                }
            }
        }
        boolean hasMore = mails.size() > request.limit();
        List<MailView> shown = hasMore ? mails.subList(0, request.limit()) : mails;
        return new Page(shown, hasMore ? shown.getLast().id() : null);
    }

    private static MailView view(ResultSet row, boolean all) throws SQLException {
        String state = row.getString("state");
        String name = row.getString("from_name");
        String address = row.getString("from_address");
        return new MailView(
                row.getLong("id"),
                row.getString("type"),
                state,
                row.getString("subject"),
                name.isBlank() ? address : name + " <" + address + ">",
                all ? MailAddressee.read(row.getString("recipients")) : null,
                row.getString(8),
                row.getInt("attempts"),
                state.equals("waiting") ? iso(row.getString(10)) : null,
                iso(row.getString(11)),
                all ? row.getString("error") : null);
    }

    private static @Nullable String iso(@Nullable String utc) {
        return utc == null ? null : utc.replace(' ', 'T') + "Z";
    }
}
