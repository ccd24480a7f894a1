package dev.ticketwire.query.mail;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.read.ReplicaReads;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import dev.ticketwire.osticket.time.DatabaseTime;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the mails about a ticket. Statements: the ticket, the database's zone, the mails. */
@ApplicationScoped
class MailReader {
    /** The newest ones; a ticket has a handful. */
    private static final int MOST = 500;

    private static final String TICKET = TablePrefix.named("SELECT t.ticket_id FROM {ticket} t"
            + " JOIN {ticket_status} s ON s.id = t.status_id WHERE t.number = ?%s ORDER BY t.ticket_id LIMIT 1");

    private static final String MAILS = "SELECT id, type, state, subject, from_name, from_address, recipients, created,"
            + " attempts, next_attempt, settled, error FROM ticketwire_mail WHERE ticket_id = ?%s"
            + " ORDER BY id DESC LIMIT " + MOST;

    /** Mails to customers: all others tell of agents and notes. */
    private static final List<String> TO_CUSTOMERS = List.of(
            MailType.CANNED_ANSWER.label(),
            MailType.AUTO_RESPONSE.label(),
            MailType.LIMIT_NOTICE.label(),
            MailType.CONFIRMATION.label(),
            MailType.COPY.label(),
            MailType.REPLY.label());

    private final ReplicaReads reads;

    MailReader(ReplicaReads reads) {
        this.reads = reads;
    }

    /**
     * @param number a ticket's number, never its id
     * @param caller sees only its departments; mails to agents, recipients and errors only if it may see notes
     * @return empty if there is no such ticket
     */
    Optional<MailsView> of(String number, Identity caller) {
        return reads.readByText(Optional.empty(), connection -> {
            OptionalLong ticket = ticket(connection, number, caller.departments());
            return ticket.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MailsView(mails(connection, ticket.getAsLong(), caller.seesNotes())));
        });
    }

    private static OptionalLong ticket(Connection connection, String number, Departments visible) throws SQLException {
        String sql = TICKET.formatted(VisibilitySql.and("t.dept_id", visible));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            VisibilitySql.bind(statement, 2, visible);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static List<MailView> mails(Connection connection, long ticket, boolean seesNotes) throws SQLException {
        ZoneId zone = DatabaseZone.of(connection);
        String types = seesNotes ? "" : " AND type IN " + Placeholders.in(TO_CUSTOMERS.size());
        try (PreparedStatement statement = connection.prepareStatement(MAILS.formatted(types))) {
            statement.setLong(1, ticket);
            Placeholders.bind(statement, 2, seesNotes ? List.of() : TO_CUSTOMERS);
            try (ResultSet row = statement.executeQuery()) {
                List<MailView> mails = new ArrayList<>();
                while (row.next()) {
                    mails.addFirst(mail(row, zone, seesNotes));
                }
                return mails;
            }
        }
    }

    private static MailView mail(ResultSet row, ZoneId zone, boolean seesNotes) throws SQLException {
        String state = row.getString("state");
        LocalDateTime created = Objects.requireNonNull(DatabaseTime.parse(row.getString("created")));
        return new MailView(
                row.getLong("id"),
                row.getString("type"),
                state,
                row.getString("subject"),
                new MailView.Sender(row.getString("from_name"), row.getString("from_address")),
                seesNotes ? MailAddressee.read(row.getString("recipients")) : null,
                created.atZone(zone).toInstant(),
                row.getInt("attempts"),
                state.equals("waiting") ? utc(row, "next_attempt") : null,
                state.equals("sent") ? utc(row, "settled") : null,
                seesNotes ? row.getString("error") : null);
    }

    private static @Nullable Instant utc(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
