package dev.ticketwire.command.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.notice.MailsOn;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails about replies, as rows of the same transaction. */
@QuarkusTest
@TestProfile(MailsOn.class)
@QuarkusTestResource(HelpDeskResource.class)
class ReplyMailsIT {
    private static final String TYPES = "SELECT type FROM ticketwire_mail ORDER BY id";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    PostReplies handler;

    private Sandbox desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Sandbox(database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void anAgentsReplyIsMailedToTheOwner() throws SQLException {
        desk.apply(handler, List.of(TestReply.to("731950").byAgent("mira").command()));

        assertThat(desk.row("SELECT m.type, m.from_address, m.subject, t.html LIKE '%Thank you.%' AS told"
                        + " FROM ticketwire_mail m JOIN ticketwire_mail_text t ON t.mail_id = m.id"))
                .containsEntry("type", "reply")
                .containsEntry("from_address", "hello@harbourbikes.example")
                .containsEntry("told", 1L);
    }

    @Test
    void aSilentReplyIsMailedToNobody() throws SQLException {
        PostReply silent = new PostReply("731950", "mira", null, "Thank you.", "text", List.of(), "192.0.2.9", true);

        desk.apply(handler, List.of(silent));

        assertThat(desk.column(TYPES)).isEmpty();
    }

    @Test
    void aCustomersMessageIsConfirmedAndToldToTheLastRespondent() throws SQLException {
        desk.apply(handler, List.of(TestReply.to("480113").command()));

        assertThat(desk.column("SELECT CONCAT(type, recipients) FROM ticketwire_mail ORDER BY id"))
                .containsExactly(
                        "confirmation[{\"as\":\"to\",\"name\":\"Ayla Demir\",\"address\":\"ayla@mail.example\"}]",
                        "message-alert[{\"as\":\"to\",\"name\":\"Mira Holm\","
                                + "\"address\":\"mira@harbourbikes.example\"}]");
    }
}
