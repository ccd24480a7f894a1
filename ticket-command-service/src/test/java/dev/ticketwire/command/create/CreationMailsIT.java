package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.notice.MailsOn;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails about new tickets, as rows of the same transaction; the demo help desk alerts managers and administrator. */
@QuarkusTest
@TestProfile(MailsOn.class)
@QuarkusTestResource(HelpDeskResource.class)
class CreationMailsIT {
    private static final String MAILS = "SELECT CONCAT_WS(' ', type, from_address, recipients) FROM ticketwire_mail"
            + " WHERE ticket_id = ? ORDER BY id";

    private static final String MIRA =
            "{\"as\":\"to\",\"name\":\"Mira Holm\",\"address\":\"mira@harbourbikes.example\"}";
    private static final String ADMINISTRATOR =
            "{\"as\":\"to\",\"name\":\"\",\"address\":\"admin@harbourbikes.example\"}";
    private static final String NINA = "{\"as\":\"to\",\"name\":\"Nina New\",\"address\":\"nina@new.example\"}";
    private static final String HELLO = " hello@harbourbikes.example [";
    private static final String ALERTS = " alerts@harbourbikes.example [";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    OpenTickets handler;

    private Desk desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Desk(handler, database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void aNewTicketStoresItsMailsInItsTransaction() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("A flat tyre"));

        assertThat(desk.column(MAILS, applied.ticketId()))
                .containsExactly(
                        "auto-response" + HELLO + NINA + "]",
                        "ticket-alert" + HELLO + MIRA + "]",
                        "ticket-alert" + HELLO + ADMINISTRATOR + "]");
        assertThat(desk.row(
                        "SELECT MIN(command_id) AS command, MIN(ticket_number) AS number, MIN(state) AS state,"
                                + " MIN(subject) AS subject, COUNT(DISTINCT message_id) AS ids, MAX(attempts) AS attempts,"
                                + " MIN(t.html LIKE '%It does not <b>roll</b>.%') AS shown FROM ticketwire_mail m"
                                + " JOIN ticketwire_mail_text t ON t.mail_id = m.id WHERE ticket_id = ? AND type = 'ticket-alert'",
                        applied.ticketId()))
                .containsEntry("command", "command")
                .containsEntry("number", applied.number())
                .containsEntry("state", "waiting")
                .containsEntry("subject", "New: A flat tyre")
                .containsEntry("ids", 2L)
                .containsEntry("attempts", 0L)
                .containsEntry("shown", 1L);
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM ticketwire_mail")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).as("visible before the commit").isZero();
        }
    }

    @Test
    void aBodyThatIsStoredAsAFileIsShownTheSame() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("Long").with("message", "<p>" + "ü".repeat(600_000) + "</p>"));

        assertThat(desk.column(
                        "SELECT t.html LIKE CONCAT('%', REPEAT('ü', 600000), '</p>%') FROM ticketwire_mail m"
                                + " JOIN ticketwire_mail_text t ON t.mail_id = m.id WHERE m.ticket_id = ? AND m.type = 'ticket-alert'",
                        applied.ticketId()))
                .containsExactly("1", "1");
    }

    @Test
    void aTemplateShowsFilesAndTheBeginningOfTheThread() throws SQLException {
        committed(
                "UPDATE {email_template} SET notes = body, body = CONCAT('%', CHAR(123), 'message.Files}, %', CHAR(123),"
                        + " 'ticket.thread.original.title}') WHERE code_name = 'ticket.alert'");
        try {
            Result.Applied applied = desk.open(TestTicket.of("Nuts & bolts")
                    .file(new Attachment("a&b.txt", "text/plain", "Hello".getBytes(StandardCharsets.UTF_8), null))
                    .file(new Attachment("c.txt", "text/plain", "Hi".getBytes(StandardCharsets.UTF_8), null)));

            assertThat(desk.column(
                            "SELECT DISTINCT t.html FROM ticketwire_mail m JOIN ticketwire_mail_text t ON t.mail_id = m.id"
                                    + " WHERE m.ticket_id = ? AND m.type = 'ticket-alert'",
                            applied.ticketId()))
                    .containsExactly("a&amp;b.txt, c.txt, Nuts &amp; bolts");
        } finally {
            committed("UPDATE {email_template} SET body = notes, notes = '' WHERE code_name = 'ticket.alert'");
        }
    }

    @Test
    void theRequestedDepartmentIsNotTold() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("An invoice").with("department", "Accounts"));

        assertThat(desk.column(MAILS, applied.ticketId()))
                .containsExactly(
                        "auto-response" + HELLO + NINA + "]",
                        "ticket-alert" + HELLO + MIRA + "]",
                        "ticket-alert" + HELLO + ADMINISTRATOR + "]");
    }

    @Test
    void aRequestThatOpensNothingTellsNobody() throws SQLException {
        Result.Applied first = desk.open(TestTicket.of("A flat tyre").with("externalId", "tyre-1"));

        desk.open(TestTicket.of("A flat tyre").with("externalId", "tyre-1"));
        desk.refused(TestTicket.of("refused").with("department", "Nowhere"));

        assertThat(desk.column("SELECT DISTINCT ticket_id FROM ticketwire_mail"))
                .containsExactly(Long.toString(first.ticketId()));
        assertThat(desk.column(MAILS, first.ticketId())).hasSize(3);
    }

    @Test
    void filtersSendMailsAndForbidTheAutoResponse() throws SQLException {
        committed("INSERT INTO {filter_action} (filter_id, sort, type, configuration, updated) VALUES"
                + " (2, 7, 'noresp', '[]', NOW()), (2, 8, 'email', CONCAT('{\"recipients\":\"boss@fleet.example, %',"
                + " CHAR(123), 'user}\",\"subject\":\"Go %', CHAR(123), 'ticket.number}\",\"message\":\"now\","
                + "\"from\":\"3\"}'), NOW())");
        try {
            Result.Applied stranded = desk.open(TestTicket.of("stranded"));
            Result.Applied other = desk.open(TestTicket.of("A question"));

            String filterMail = "filter-mail accounts@harbourbikes.example Go " + stranded.number();
            assertThat(desk.column(
                            "SELECT CONCAT(type, ' ', from_address, ' ', subject) FROM ticketwire_mail"
                                    + " WHERE ticket_id = ? AND type NOT LIKE '%alert' ORDER BY id",
                            stranded.ticketId()))
                    .containsExactly(filterMail, filterMail);
            assertThat(desk.column(MAILS, other.ticketId()).getFirst())
                    .startsWith("auto-response" + HELLO)
                    .contains("nina@new.example");
        } finally {
            committed("DELETE FROM {filter_action} WHERE filter_id = 2 AND sort > 6");
        }
    }

    @Test
    void onlyTheTicketThatReachesTheLimitIsLogged() throws SQLException {
        committed("UPDATE {config} SET value = '2' WHERE `key` = 'max_open_tickets'");
        try {
            List<Result> results = desk.apply(TestTicket.of("first"), TestTicket.of("second"), TestTicket.of("third"));

            assertThat(desk.column(MAILS, Desk.id(results.get(0)))).noneMatch(mail -> mail.startsWith("log-mail"));
            assertThat(desk.column(MAILS, Desk.id(results.get(1)))).contains("log-mail" + ALERTS + ADMINISTRATOR + "]");
            assertThat(results.get(2)).isInstanceOf(Result.Rejected.class);
        } finally {
            committed("UPDATE {config} SET value = '' WHERE `key` = 'max_open_tickets'");
        }
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheNumberOfTickets() throws SQLException {
        TestTicket[] many = IntStream.range(0, 40)
                .mapToObj(i -> TestTicket.of("ticket " + i).from("user" + i + "@many.example"))
                .toArray(TestTicket[]::new);
        desk.apply(TestTicket.of("warm"), TestTicket.of("up"));

        long forTwo =
                desk.statementsFor(TestTicket.of("one"), TestTicket.of("two").from("two@new.example"));

        assertThat(desk.statementsFor(many)).isLessThanOrEqualTo(forTwo + 1);
    }

    /** Settings are read apart from the test's transaction. */
    private void committed(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(TablePrefix.named(sql));
            }
        }
        desk.close();
        begin();
    }
}
