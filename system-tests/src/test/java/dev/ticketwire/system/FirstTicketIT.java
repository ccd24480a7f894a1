package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasXPath;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WithRunningSuite
class FirstTicketIT {
    private static final String TICKET = """
            {"name":"Nina New","email":"nina@example.org","subject":"The gate stays shut","message":"Since *this morning*.",
             "format":"markdown"}""";

    private final RunningSuite suite;

    FirstTicketIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void whatWasCreatedIsReadBackAsJson() {
        String number = createdNumber(TICKET);

        ValidatableResponse answer = get("/api/tickets-get.php/" + number + ".json");

        answer.statusCode(200)
                .contentType("application/json; charset=UTF-8")
                .body("number", equalTo(number))
                .body("subject", equalTo("The gate stays shut"))
                .body("user.name", equalTo("Nina New"))
                .body("user.email", equalTo("nina@example.org"))
                .body("thread.body", hasItem("Since *this morning*."));
    }

    @Test
    void whatWasCreatedIsReadBackAsXml() {
        String number = createdNumber(TICKET);

        ValidatableResponse answer = get("/api/tickets-get.php/" + number + ".xml");

        answer.statusCode(200)
                .contentType("application/xml; charset=UTF-8")
                .body(hasXPath("/response/number", equalTo(number)))
                .body(hasXPath("/response/subject", equalTo("The gate stays shut")))
                .body(hasXPath("/response/thread/item/body", equalTo("Since *this morning*.")));
    }

    @Test
    void aTicketOfTheHelpDeskIsRead() {
        ValidatableResponse answer = get("/tickets/" + DemoHelpDesk.TICKET);

        answer.statusCode(200).body("number", equalTo(DemoHelpDesk.TICKET));
    }

    @Test
    void withoutAKeyNothingIsCreated() {
        ValidatableResponse answer = given().baseUri(suite.gateway().toString())
                .contentType(ContentType.JSON)
                .body(TICKET)
                .post("/api/tickets.json")
                .then();

        answer.statusCode(401).body("error", equalTo(true)).body("message", equalTo("Valid API key required"));
    }

    @Test
    void aKeyThatMayOnlyReadCreatesNothing() {
        ValidatableResponse answer = as(DemoHelpDesk.READ_KEY)
                .contentType(ContentType.JSON)
                .body(TICKET)
                .post("/api/tickets.json")
                .then();

        answer.statusCode(401).body(org.hamcrest.Matchers.containsString("API key not authorized"));
    }

    @Test
    void whatIsMissingIsNamed() {
        ValidatableResponse answer = create("{}");

        answer.statusCode(400)
                .contentType("text/plain; charset=UTF-8")
                .body(startsWith("Unable to create new ticket :user\nIncomplete client information\n"));
        assertThat(answer.extract().asString()).containsPattern("(?m)^.+ is a required field$");
    }

    @Test
    void anUnknownTicketIsNotFound() {
        ValidatableResponse answer = get("/api/tickets-get.php/no-such-ticket.json");

        answer.statusCode(404).body("error", equalTo(true)).body("message", equalTo("Ticket not found"));
    }

    @Test
    void theChildrenOfATicketAreListedOldestFirst() {
        ValidatableResponse answer = get("/api/tickets-subtickets-list.php/" + DemoHelpDesk.PARENT + ".json");

        answer.statusCode(200).body("children.number", org.hamcrest.Matchers.contains("602882", "602883"));
    }

    @Test
    void aNewTicketCountsAtOnce() {
        int before = get("/api/tickets-stats.php").statusCode(200).extract().path("total");

        createdNumber(TICKET);

        get("/api/tickets-stats.php").statusCode(200).body("total", equalTo(before + 1));
    }

    @Test
    void theSameRequestAgainIsTheSameTicket() {
        String key = UUID.randomUUID().toString();
        String first = create(key, TICKET).statusCode(201).extract().asString();

        String second = create(key, TICKET).statusCode(201).extract().asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anIdempotencyKeyIsNotForTwoRequests() {
        String key = UUID.randomUUID().toString();
        create(key, TICKET).statusCode(201);

        ValidatableResponse other = create(key, TICKET.replace("gate", "door"));

        other.statusCode(422);
    }

    @Test
    void aReceiptLeadsToTheTicket() {
        String receipt = as(DemoHelpDesk.FULL_KEY)
                .header("Prefer", "respond-async")
                .contentType(ContentType.JSON)
                .body(TICKET)
                .post("/api/tickets.json")
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"))
                .extract()
                .path("receipt");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/commands/" + receipt).body("status", equalTo("applied")));

        String number = get("/commands/" + receipt).extract().path("number");
        get("/tickets/" + number).statusCode(200).body("subject", equalTo("The gate stays shut"));
    }

    @Test
    void aReceiptOfNobodyIsUnknown() {
        ValidatableResponse answer = get("/commands/" + "A".repeat(48));

        answer.statusCode(404);
    }

    private String createdNumber(String body) {
        return create(body)
                .statusCode(201)
                .contentType("text/plain; charset=UTF-8")
                .extract()
                .asString();
    }

    private ValidatableResponse create(String body) {
        return as(DemoHelpDesk.FULL_KEY)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/tickets.json")
                .then();
    }

    private ValidatableResponse create(String idempotencyKey, String body) {
        return as(DemoHelpDesk.FULL_KEY)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/tickets.json")
                .then();
    }

    private ValidatableResponse get(String path) {
        return as(DemoHelpDesk.FULL_KEY).get(path).then();
    }

    private RequestSpecification as(String key) {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", key);
    }
}
