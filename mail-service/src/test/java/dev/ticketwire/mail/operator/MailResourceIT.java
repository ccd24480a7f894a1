package dev.ticketwire.mail.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's view of mails on a real database. */
@QuarkusTest
@WithTestResource(MailServiceResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class MailResourceIT {
    private static final String MAIL = "INSERT INTO ticketwire_mail (id, command_id, ticket_id, ticket_number, type,"
            + " mailbox_id, from_name, from_address, recipients, subject, message_id, created, next_attempt, state,"
            + " claimed_until, settled) VALUES (%d, UUID(), 1, '100001', '%s', 1, 'Help', 'help@example.org',"
            + " '[{\"as\":\"to\",\"name\":\"Ann\",\"address\":\"ann@example.org\"}]', 'On <x>', '<m%1$d@example.org>',"
            + " NOW(), UTC_TIMESTAMP(3), '%s', %s, %s)";

    @TestHTTPResource(management = true)
    URI management;

    @BeforeEach
    void fiveMails() throws SQLException {
        sql("DELETE FROM ticketwire_mail", "DELETE FROM ticketwire_mail_text");
        mail(1, "reply", "waiting", "NULL", "NULL");
        mail(2, "reply", "failed", "NULL", "UTC_TIMESTAMP(3)");
        mail(3, "ticket-alert", "failed", "NULL", "UTC_TIMESTAMP(3)");
        mail(4, "reply", "waiting", "UTC_TIMESTAMP(3) + INTERVAL 1 HOUR", "NULL");
        mail(5, "reply", "sent", "NULL", "UTC_TIMESTAMP(3)");
    }

    private static void mail(int id, String type, String state, String claimed, String settled) throws SQLException {
        sql(
                MAIL.formatted(id, type, state, claimed, settled),
                "INSERT INTO ticketwire_mail_text (mail_id, html) VALUES (" + id + ", '<p>Hello</p>')");
    }

    private static void sql(String... statements) throws SQLException {
        TestSql.execute(TestInfrastructure.root().named(MailServiceResource.NAME), statements);
    }

    private static List<String> texts(String select) throws SQLException {
        return TestSql.texts(TestInfrastructure.root().named(MailServiceResource.NAME), select);
    }

    private static RequestSpecification operator() {
        return given().header(TestIdentity.HEADER, TestIdentity.token("mail-service", Identity.GATEWAY));
    }

    @Test
    void aListIsNewestFirstAndHasPages() {
        operator()
                .get("/mails?limit=2")
                .then()
                .statusCode(200)
                .body("mails.id", contains(5, 4))
                .body("mails.state", contains("sent", "sending"))
                .body("mails[0].sent", endsWith("Z"))
                .body("mails[0].from.address", equalTo("help@example.org"))
                .body("mails[0].recipients[0].name", equalTo("Ann"))
                .body("mails[0].nextAttempt", nullValue())
                .body("next", equalTo("4"))
                .header("Link", containsString("after=4"));
        operator()
                .get("/mails?limit=2&after=2")
                .then()
                .body("mails.id", contains(1))
                .body("next", nullValue());
        operator().get("/mails?state=waiting").then().body("mails.id", contains(1));
        operator().get("/mails?state=sending").then().body("mails.id", contains(4));
        operator()
                .get("/mails?state=failed&type=ticket-alert&number=100001")
                .then()
                .body("mails.id", contains(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=eaten", "type=spam", "limit=0", "after=x", "colour=red"})
    void whatTheListDoesNotKnowIsRefused(String query) {
        String name = query.substring(0, query.indexOf('='));
        operator().get("/mails?" + query).then().statusCode(400).body("field", equalTo(name));
    }

    @Test
    void oneMailShowsWhatItSays() {
        operator()
                .get("/mails/2")
                .then()
                .statusCode(200)
                .body("id", equalTo(2))
                .body("html", equalTo("<p>Hello</p>"))
                .body("text", nullValue())
                .body("messageId", equalTo("<m2@example.org>"));
        operator().get("/mails/999").then().statusCode(404).body("code", equalTo("mail-not-found"));
    }

    @Test
    void aFailedMailBeginsAnewAndASentOneDoesNot() throws SQLException {
        operator().post("/mails/2/resend").then().statusCode(202).body("mails", equalTo(1));
        operator().get("/mails/2").then().body("state", equalTo("waiting")).body("attempts", equalTo(0));
        operator().post("/mails/5/resend").then().statusCode(409).body("code", equalTo("mail-not-waiting"));
        operator().post("/mails/9/resend").then().statusCode(404);
        assertThat(texts("SELECT resent IS NOT NULL FROM ticketwire_mail WHERE id = 2"))
                .containsExactly("1");
    }

    @Test
    void allFailedMailsOfATypeAndTimeAreSentAgain() {
        operator()
                .body("{\"to\":\"2020-01-01T00:00:00Z\"}")
                .post("/mails/resend")
                .then()
                .body("mails", equalTo(0));
        operator()
                .body("{\"type\":\"ticket-alert\"}")
                .post("/mails/resend")
                .then()
                .statusCode(202)
                .body("mails", equalTo(1));
        operator().post("/mails/resend").then().statusCode(202).body("mails", equalTo(1));
        operator()
                .body("{\"from\":\"soon\"}")
                .post("/mails/resend")
                .then()
                .statusCode(400)
                .body("field", equalTo("from"));
        operator().body("{\"all\":true}").post("/mails/resend").then().statusCode(400);
    }

    @Test
    void aMailThatFailsAgainMeanwhileIsNotSentAgain() throws SQLException {
        sql("UPDATE ticketwire_mail SET settled = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR WHERE id = 3");

        operator().post("/mails/resend").then().statusCode(202).body("mails", equalTo(1));

        assertThat(texts("SELECT CONCAT(id, state) FROM ticketwire_mail WHERE id IN (2, 3) ORDER BY id"))
                .containsExactly("2waiting", "3failed");
    }

    @Test
    void aMailThatIsNotBeingSentIsDiscardedWithWhatItSays() throws SQLException {
        operator().delete("/mails/1").then().statusCode(204);
        operator().delete("/mails/3").then().statusCode(204);
        operator().delete("/mails/4").then().statusCode(409).body("code", equalTo("mail-not-waiting"));
        operator().delete("/mails/5").then().statusCode(409);
        assertThat(texts("SELECT CONCAT(id, state) FROM ticketwire_mail ORDER BY id"))
                .containsExactly("1discarded", "2failed", "3discarded", "4waiting", "5sent");
        assertThat(texts("SELECT mail_id FROM ticketwire_mail_text ORDER BY mail_id"))
                .containsExactly("2", "4", "5");
    }

    @Test
    void onlyOperatorsSeeMails() {
        String token = TestIdentity.token("mail-service", Departments.ALL);
        given().header(TestIdentity.HEADER, token).get("/mails").then().statusCode(403);
        given().header(TestIdentity.HEADER, token).delete("/mails/1").then().statusCode(403);
        given().get("/mails").then().statusCode(401);
    }

    @Test
    void withoutARelayReadinessAndAMetricSayThatNoMailIsSent() {
        String ready = given().get(management + "health/ready")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ready).contains("off: no SMTP relay is set");
        assertThat(given().get(management + "metrics").asString())
                .contains("ticketwire_mails_enabled 0.0", "ticketwire_mails_waiting ", "ticketwire_mails_failed ");
    }
}
