package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.testsupport.TestIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code GET /tickets/{number}/mails}, and who sees what of them. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
@TestProfile(TicketMailsIT.MailsOn.class)
class TicketMailsIT {
    /** With a relay, so that mails are decided. This service sends none. */
    public static final class MailsOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ticketwire.mail.smtp-url", "smtp://127.0.0.1:25");
        }
    }

    private static final Identity EVERYTHING = new Identity(1, Departments.ALL, true);
    private static final Identity NO_NOTES = new Identity(1, Departments.ALL, false);
    private static final int TICKET = 5;
    private static final String PATH = "/tickets/602881/mails";
    private static final String RECIPIENT = "[{\"as\":\"to\",\"name\":\"Ann\",\"address\":\"ann@example.org\"}]";

    @ConfigProperty(name = "ticketwire.db.url")
    String url;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    @BeforeEach
    void threeMails() throws SQLException {
        mail(901, "auto-response", "sent", "'2026-12-01 10:00:05.250'", "NULL");
        mail(902, "ticket-alert", "waiting", "NULL", "'451 try later'");
        mail(903, "reply", "failed", "'2026-12-01 10:00:09.000'", "'550 no such mailbox'");
    }

    @AfterEach
    void remove() throws SQLException {
        run("DELETE FROM ticketwire_mail WHERE ticket_id = " + TICKET);
    }

    private void mail(int id, String type, String state, String settled, String error) throws SQLException {
        run(("INSERT INTO ticketwire_mail (id, command_id, ticket_id, ticket_number, type, mailbox_id, from_name,"
                        + " from_address, recipients, subject, message_id, created, state, attempts, next_attempt, settled,"
                        + " error) VALUES (%d, 'command', %d, '602881', '%s', 1, 'Help', 'help@example.org', '%s', 'About %d',"
                        + " '<%d@example.org>', NOW(), '%s', 2, '2026-12-01 11:00:00.000', %s, %s)")
                .formatted(id, TICKET, type, RECIPIENT, id, id, state, settled, error));
    }

    @Test
    void theMailsOfATicketAreOldestFirst() {
        Response answer = get(PATH, EVERYTHING);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(list(answer, "id")).containsExactly(901, 902, 903);
        assertThat(list(answer, "state")).containsExactly("sent", "waiting", "failed");
        assertThat(list(answer, "subject")).containsExactly("About 901", "About 902", "About 903");
        assertThat(list(answer, "from.address")).containsOnly("help@example.org");
        assertThat(list(answer, "recipients[0].address")).containsOnly("ann@example.org");
        assertThat(list(answer, "sent")).containsExactly("2026-12-01T10:00:05.250Z", null, null);
        assertThat(list(answer, "nextAttempt")).containsExactly(null, "2026-12-01T11:00:00Z", null);
        assertThat(list(answer, "error")).containsExactly(null, "451 try later", "550 no such mailbox");
    }

    @Test
    void aKeyWithoutNotesSeesOnlyMailsToCustomersAndNotWhoGotThem() {
        Response answer = get(PATH, NO_NOTES);

        assertThat(list(answer, "id")).containsExactly(901, 903);
        assertThat(list(answer, "recipients")).containsOnlyNulls();
        assertThat(list(answer, "error")).containsOnlyNulls();
    }

    @Test
    void aTicketThatTheCallerMayNotSeeHasNoMails() {
        assertThat(get(PATH, new Identity(1, Departments.of(List.of(2)), true)).statusCode())
                .isEqualTo(404);
        assertThat(get("/tickets/none/mails", EVERYTHING).statusCode()).isEqualTo(404);
        assertThat(get("/tickets/" + TICKET + "/mails", EVERYTHING).statusCode())
                .as("its id is no number")
                .isEqualTo(404);
    }

    @Test
    void theNewestFiveHundredAreShown() throws SQLException {
        run(
                "INSERT INTO ticketwire_mail (command_id, ticket_id, ticket_number, type, mailbox_id, from_name,"
                        + " from_address, recipients, subject, message_id, created, next_attempt)"
                        + " SELECT 'command', " + TICKET + ", '602881', 'reply', 1, '', 'help@example.org', '"
                        + RECIPIENT
                        + "', CONCAT('more ', seq), CONCAT('<', seq, '@example.org>'), NOW(), UTC_TIMESTAMP(3) FROM seq_1_to_500");

        List<String> subjects = list(get(PATH, EVERYTHING), "subject");

        assertThat(subjects).hasSize(500).startsWith("more 1").endsWith("more 500");
    }

    @Test
    void aReceiptCountsTheMailsOfItsCommand() throws SQLException {
        String id = "0190c0de-0000-7000-8000-000000000002";
        run(
                "INSERT INTO ticketwire_command (id, kind, api_key_id, ticket_id, ticket_number, fingerprint, state, outcome,"
                        + " applied_at) VALUES ('" + id + "', 'open-ticket', 1, 5, '602881', 'ab', 'applied',"
                        + " '{\"state\":\"applied\",\"number\":\"602881\"}', NOW())",
                "UPDATE ticketwire_mail SET command_id = '" + id + "' WHERE ticket_id = " + TICKET);
        try {
            assertThat(get("/commands/" + id, EVERYTHING).asString())
                    .contains("\"mails\":{\"enabled\":true,\"decided\":3,\"waiting\":1,\"sent\":1,\"failed\":1}");
        } finally {
            run("DELETE FROM ticketwire_command WHERE id = '" + id + "'");
        }
    }

    private static <T> List<T> list(Response answer, String member) {
        return answer.jsonPath().getList("mails." + member);
    }

    private static Response get(String path, Identity caller) {
        return given().header("Accept", "application/json")
                .header(TestIdentity.HEADER, TestIdentity.token("ticket-query-service", caller))
                .get(path);
    }

    private void run(String... statements) throws SQLException {
        try (Connection root = DriverManager.getConnection(url, rootUser, rootPassword);
                Statement statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
