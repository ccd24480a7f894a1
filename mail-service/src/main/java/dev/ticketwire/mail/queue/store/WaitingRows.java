package dev.ticketwire.mail.queue.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads mails that wait: rows of {@code ticketwire_mail} in state {@code waiting}. */
public final class WaitingRows {
    private static final Logger LOG = Logger.getLogger(WaitingRows.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAILBOXES = "SELECT DISTINCT mailbox_id FROM ticketwire_mail WHERE state = 'waiting'";
    private static final String COLUMNS = """
            SELECT m.id, m.ticket_id, m.ticket_number, m.type, m.mailbox_id, m.from_name, m.from_address, m.recipients,
              m.done, m.subject, m.message_id, m.in_reply_to, m.mail_references, m.files, m.created,
              (SELECT c.traceparent FROM ticketwire_command c WHERE c.id = m.command_id) AS traceparent,
              m.attempts, CONCAT(m.next_attempt) AS due, CONCAT(m.first_failure) AS first_failure, m.error,
              COALESCE(TIMESTAMPDIFF(SECOND, m.resent, UTC_TIMESTAMP()),
                TIMESTAMPDIFF(SECOND, m.created, NOW())) AS age,
              m.claimed_until >= ? AS is_claimed
            FROM ticketwire_mail m""";
    /** Unfinished ones of a ticket hold up later ones, if they are not too long at fault, and their server works. */
    private static final String HEAD = """
             AND (m.claimed_until IS NULL OR m.claimed_until < ?)
             AND NOT EXISTS (SELECT 1 FROM ticketwire_mail e FORCE INDEX (of_ticket)
               WHERE e.ticket_id = m.ticket_id AND e.state = 'waiting' AND e.id < m.id
               AND (e.first_failure IS NULL OR e.first_failure > ?) AND e.mailbox_id NOT IN (%s))
             ORDER BY m.next_attempt, m.id LIMIT ?""";

    private static final String OF_MAILBOX =
            COLUMNS + " FORCE INDEX (due) WHERE m.state = 'waiting' AND m.mailbox_id = ?";
    private static final String DUE =
            OF_MAILBOX + " AND m.next_attempt <= ? AND m.next_attempt >= ? AND (m.next_attempt > ? OR m.id > ?)" + HEAD;
    private static final String PROBE = OF_MAILBOX + " AND (m.next_attempt <= ? OR m.first_failure IS NULL)" + HEAD;
    private static final String OF_TICKETS = COLUMNS + " FORCE INDEX (of_ticket) WHERE m.state = 'waiting'"
            + " AND m.ticket_id IN :keys ORDER BY m.ticket_id, m.id LIMIT 1000";

    private WaitingRows() {}

    /**
     * When rows count as what.
     *
     * @param expired claims that end before this are free
     * @param held first failures before this hold up no other mail
     * @param ignored mailboxes whose mails hold up no other mail
     */
    public record View(Instant now, Instant expired, Instant held, Collection<Integer> ignored) {}

    /** A place in the line of a mailbox. */
    public record Place(Instant due, long id) {
        public static final Place START = new Place(Instant.parse("1000-01-01T00:00:00Z"), 0);
    }

    /** The mailboxes from which mails wait. */
    public static List<Integer> mailboxes(Connection connection) throws SQLException {
        return Statements.list(connection, MAILBOXES, row -> row.getInt(1));
    }

    /** Mails that may be sent now: each the first of its ticket, in the order of the line. */
    public static List<Claim> due(Connection connection, int mailbox, View view, Place after, int most)
            throws SQLException {
        String from = UtcMillis.text(after.due());
        return list(
                connection,
                DUE.formatted(among(view.ignored())),
                UtcMillis.text(view.expired()),
                mailbox,
                UtcMillis.text(view.now()),
                from,
                from,
                after.id(),
                UtcMillis.text(view.expired()),
                UtcMillis.text(view.held()),
                most);
    }

    /** As {@link #due}, the next one by which its server is tried: due or not, if it is not at fault itself. */
    public static List<Claim> probe(Connection connection, int mailbox, View view) throws SQLException {
        return list(
                connection,
                PROBE.formatted(among(view.ignored())),
                UtcMillis.text(view.expired()),
                mailbox,
                UtcMillis.text(view.now()),
                UtcMillis.text(view.expired()),
                UtcMillis.text(view.held()),
                1);
    }

    /** What waits of these tickets, in their order. */
    public static List<Claim> ofTickets(Connection connection, Collection<Integer> tickets, View view)
            throws SQLException {
        List<Claim> all = new ArrayList<>();
        String expired = UtcMillis.text(view.expired());
        String sql = OF_TICKETS.replace("?", "'" + expired + "'");
        Statements.read(connection, sql, tickets, row -> readable(row).ifPresent(all::add));
        return all;
    }

    private static List<Claim> list(Connection connection, String sql, Object... values) throws SQLException {
        return Statements.list(connection, sql, WaitingRows::readable, values).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for what a newer release has stored, or nobody can read: it waits, and holds up no other ticket. */
    private static Optional<Claim> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(claim(row));
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warnf("mail %d waits: its row cannot be read (%s)", row.getLong("id"), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static String among(Collection<Integer> mailboxes) {
        return mailboxes.isEmpty()
                ? "-1"
                : mailboxes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        String firstFailure = row.getString("first_failure");
        return new Claim(
                mail(row),
                row.getInt("attempts"),
                UtcMillis.parse(row.getString("due")),
                firstFailure == null ? null : UtcMillis.parse(firstFailure),
                Duration.ofSeconds(row.getLong("age")),
                row.getString("error"),
                row.getBoolean("is_claimed"));
    }

    private static StoredMail mail(ResultSet row) throws SQLException {
        String files = row.getString("files");
        return new StoredMail(
                row.getLong("id"),
                row.getInt("ticket_id"),
                row.getString("ticket_number"),
                MailType.of(row.getString("type")),
                row.getInt("mailbox_id"),
                row.getString("from_name"),
                row.getString("from_address"),
                MailAddressee.read(row.getString("recipients")),
                done(row.getString("done")),
                row.getString("subject"),
                null,
                null,
                row.getString("message_id"),
                row.getString("in_reply_to"),
                ids(row.getString("mail_references")),
                files == null || files.isEmpty() ? List.of() : MailFile.read(files),
                row.getObject("created", LocalDateTime.class),
                row.getString("traceparent"));
    }

    private static List<String> ids(@Nullable String references) {
        return references == null || references.isBlank()
                ? List.of()
                : List.of(references.strip().split("\\s+"));
    }

    private static List<String> done(@Nullable String stored) {
        try {
            return stored == null || stored.isEmpty() ? List.of() : JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of addresses", e);
        }
    }

    static @Nullable String text(List<String> done) {
        try {
            return done.isEmpty() ? null : JSON.writeValueAsString(done);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
