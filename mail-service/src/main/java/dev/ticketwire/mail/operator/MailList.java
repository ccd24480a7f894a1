package dev.ticketwire.mail.operator;

import dev.ticketwire.mail.operator.MailView.Sender;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.osticket.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads mails for operators. Blocks. */
@ApplicationScoped
class MailList {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String COLUMNS = """
            SELECT m.id, m.type, m.state, m.state = 'waiting' AND m.claimed_until >= ? AS is_claimed, m.ticket_number,
              m.subject, m.from_name, m.from_address, m.recipients, UNIX_TIMESTAMP(m.created) AS created, m.attempts,
              CONCAT(m.next_attempt) AS next_attempt, CONCAT(m.settled) AS settled, m.server, m.status, m.error,
              m.message_id""";
    private static final String PAGE = COLUMNS + " FROM ticketwire_mail m WHERE %s ORDER BY m.id DESC LIMIT ?";
    private static final String ONE = COLUMNS + """
            , m.in_reply_to, m.mail_references, m.files, t.html, t.text
            FROM ticketwire_mail m LEFT JOIN ticketwire_mail_text t ON t.mail_id = m.id WHERE m.id = ?""";

    private final DataSource database;

    MailList(DataSource database) {
        this.database = database;
    }

    /** Newest first: one more than the limit if there are more. */
    List<MailView> page(MailFilter filter) {
        String now = UtcMillis.text(Instant.now());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(now);
        values.addAll(filter.values(now));
        values.add(filter.limit() + 1);
        return read(connection ->
                Statements.list(connection, PAGE.formatted(filter.condition()), MailList::view, values.toArray()));
    }

    Optional<MailContent> get(long id) {
        String now = UtcMillis.text(Instant.now());
        return read(connection -> Statements.first(connection, ONE, MailList::content, now, id));
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T read(Read<T> read) {
        try (Connection connection = database.getConnection()) {
            return read.from(connection);
        } catch (SQLException e) {
            throw new MailsUnavailableException(e);
        }
    }

    private static MailContent content(ResultSet row) throws SQLException {
        String references = row.getString("mail_references");
        String files = row.getString("files");
        return new MailContent(
                view(row),
                row.getString("in_reply_to"),
                references == null || references.isBlank()
                        ? List.of()
                        : List.of(references.strip().split("\\s+")),
                files == null ? List.of() : MailFile.read(files),
                row.getString("html"),
                row.getString("text"));
    }

    private static MailView view(ResultSet row) throws SQLException {
        String state = row.getString("state");
        String settled = row.getString("settled");
        return new MailView(
                row.getLong("id"),
                row.getString("type"),
                row.getBoolean("is_claimed") ? "sending" : state,
                row.getString("ticket_number"),
                row.getString("subject"),
                new Sender(row.getString("from_name"), row.getString("from_address")),
                MailAddressee.read(row.getString("recipients")),
                SHOWN.format(Instant.ofEpochSecond(row.getLong("created"))),
                row.getInt("attempts"),
                state.equals("waiting") ? shown(row.getString("next_attempt")) : null,
                state.equals("sent") ? shown(settled) : null,
                shown(settled),
                row.getString("server"),
                row.getInt("status") == 0 ? null : Integer.valueOf(row.getInt("status")),
                row.getString("error"),
                row.getString("message_id"));
    }

    private static @Nullable String shown(@Nullable String stored) {
        return stored == null ? null : SHOWN.format(UtcMillis.parse(stored));
    }
}
