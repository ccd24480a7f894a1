package dev.ticketwire.command.notice;

import static dev.ticketwire.osticket.sql.Column.column;

import dev.ticketwire.command.notice.plan.PlannedMail;
import dev.ticketwire.command.notice.text.Letter;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.sql.Insert;
import dev.ticketwire.osticket.text.StoredText;
import dev.ticketwire.osticket.time.DatabaseTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows from which the mail service sends, with their texts in a table of their own. */
final class MailRows {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final int NAME_LENGTH = 255;

    private static final Insert<Row> MAIL = Insert.into(
            "ticketwire_mail",
            column("command_id", row -> row.planned().occasion().command()),
            column("ticket_id", row -> row.planned().ticket().id()),
            column("ticket_number", row -> row.planned().ticket().number()),
            column("entry_id", row -> row.planned().threading().entry()),
            column("type", row -> row.planned().type().label()),
            column("mailbox_id", row -> row.planned().sender().mailbox()),
            column("from_name", row -> StoredText.cut(row.planned().sender().name(), NAME_LENGTH)),
            column("from_address", row -> row.planned().sender().address()),
            column("recipients", row -> MailAddressee.write(row.planned().recipients())),
            column("subject", row -> row.letter.subject()),
            column("message_id", row -> row.letter.messageId()),
            column("in_reply_to", row -> row.letter.inReplyTo()),
            column("mail_references", row -> joined(row.letter.references())),
            column(
                    "files",
                    row -> row.planned().files().isEmpty()
                            ? null
                            : MailFile.write(row.planned().files())),
            column("created", Row::created),
            column("next_attempt", Row::due));
    private static final Insert<Body> BODY = Insert.into(
            "ticketwire_mail_text",
            column("mail_id", Body::id),
            column("html", body -> body.letter.html()),
            column("text", body -> body.letter.text()));

    private MailRows() {}

    private record Row(Letter letter, String created, String due) {
        PlannedMail planned() {
            return letter.planned();
        }
    }

    private record Body(int id, Letter letter) {}

    static void write(Connection connection, List<Letter> letters, LocalDateTime now) throws SQLException {
        String created = DatabaseTime.format(now);
        // When it is sent is no business time: a test may stop the database's clock.
        String due = LocalDateTime.now(ZoneOffset.UTC).format(MILLIS);
        int[] ids = MAIL.returning(
                connection,
                "id",
                letters.stream().map(letter -> new Row(letter, created, due)).toList());
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            bodies.add(new Body(ids[i], letters.get(i)));
        }
        BODY.execute(connection, bodies);
    }

    private static @Nullable String joined(List<String> references) {
        return references.isEmpty() ? null : String.join(" ", references);
    }
}
