package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.ticketwire.system.CaughtMails.Caught;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mails, from the change to the mail server, and answers to them. */
@WithRunningSuite
class MailsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MANAGER = "mira@harbourbikes.example";
    /** An agent other than the manager. */
    private static final int AGENT = 2;

    private final RunningSuite suite;
    private final CaughtMails mails;
    private final String unique = UUID.randomUUID().toString();
    private final String customer = "c-" + unique + "@example.org";

    MailsIT(RunningSuite suite) {
        this.suite = suite;
        this.mails = new CaughtMails(suite);
    }

    @Test
    void aNewTicketIsConfirmedAndAgentsAreAlerted() {
        String number = created("");

        assertThat(mails.awaitOne(number, customer).automatic()).isEqualTo("auto-replied");
        assertThat(mails.awaitOne(unique, MANAGER).automatic()).isEqualTo("auto-generated");
        await().atMost(LIMIT)
                .untilAsserted(() -> get("/tickets/" + number + "/mails")
                        .statusCode(200)
                        .body("mails.state.unique()", contains("sent"))
                        .body("mails.type", hasItem("ticket-alert")));
    }

    @Test
    void theCustomersAnswerFindsItsTicketUnderAnotherSubject() {
        String number = created("");
        Caught confirmation = mails.awaitOne(number, customer);

        String answered = answer(confirmation, customer, "Something else");

        assertThat(answered).isEqualTo(number);
        get("/tickets/" + number).body("thread.type", contains("M", "M"));
    }

    @Test
    void theAgentsAnswerToAnAlertIsHisNote() {
        String number = created("");
        Caught alert = mails.awaitOne(unique, MANAGER);

        String answered = answer(alert, MANAGER, "I will see to it");

        assertThat(answered).isEqualTo(number);
        get("/tickets/" + number + "/thread").body("type", contains("M", "N")).body("[1].poster", equalTo("Mira Holm"));
    }

    @Test
    void whoeverAnswersInSomebodysNameIsNotBelieved() {
        String number = created("");
        Caught confirmation = mails.awaitOne(number, customer);

        String answered = answer(confirmation, "stranger-" + unique + "@example.net", "It is me");

        assertThat(answered).isEqualTo(number);
        get("/tickets/" + number + "/thread")
                .body("type", contains("M", "N"))
                .body("[1].body", containsString("stranger-" + unique + "@example.net"));
    }

    @Test
    void aReplyWithoutNoticeSendsNothing() {
        String number = created(",\"alert\":false,\"autorespond\":false");

        reply(number, ",\"notify\":false");
        reply(number, "");

        // Mails of a ticket are sent in order: if the second's has come, none of the first will.
        await().atMost(LIMIT).until(() -> sent(number), states -> states.contains("reply"));
        assertThat(types(number)).containsOnlyOnce("reply");
        assertThat(mails.about(number, customer)).hasSize(1);
    }

    @Test
    void alertAndAutorespondAreSeparate() {
        assertThat(types(created(",\"alert\":false"))).containsExactly("auto-response");
        assertThat(types(created(",\"autorespond\":false")))
                .contains("ticket-alert")
                .doesNotContain("auto-response");
        assertThat(types(created(",\"alert\":false,\"autorespond\":false"))).isEmpty();
    }

    @Test
    void aRepeatedCreateSendsNoSecondMail() {
        String first = created("", unique);
        mails.awaitOne(first, customer);

        String second = created("", unique);
        reply(second, "");

        assertThat(second).isEqualTo(first);
        await().atMost(LIMIT).until(() -> sent(first), types -> types.contains("reply"));
        assertThat(types(first)).containsOnlyOnce("auto-response");
        assertThat(mails.about("We have your request " + first, customer)).hasSize(1);
    }

    /** @param more further members of the request */
    private String created(String more) {
        return created(more, UUID.randomUUID().toString());
    }

    private String created(String more, String idempotencyKey) {
        return request()
                .header("Idempotency-Key", idempotencyKey)
                .body("{\"name\":\"Casey\",\"email\":\"" + customer + "\",\"subject\":\"Gate " + unique
                        + "\",\"message\":\"Stuck\"" + more + "}")
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private void reply(String number, String more) {
        request()
                .body("{\"message\":\"On our way\",\"staffId\":" + AGENT + more + "}")
                .post("/tickets/" + number + "/replies")
                .then()
                .statusCode(201);
    }

    /** @return the number of the ticket that it becomes part of */
    private String answer(Caught to, String from, String subject) {
        String mail = "From: Somebody <" + from + ">\r\nTo: hello@harbourbikes.example\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + UUID.randomUUID() + "@example.org>\r\nIn-Reply-To: " + to.id()
                + "\r\n\r\nThanks.\r\n";
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .contentType("message/rfc822")
                .body(mail.getBytes(StandardCharsets.UTF_8))
                .post("/api/tickets.email")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    private List<String> types(String number) {
        return get("/tickets/" + number + "/mails").statusCode(200).extract().path("mails.type");
    }

    private List<String> sent(String number) {
        return get("/tickets/" + number + "/mails").extract().path("mails.findAll { it.state == 'sent' }.type");
    }

    private ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    private RequestSpecification request() {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .contentType(ContentType.JSON);
    }
}
