package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the plugin cannot do: replies, mails that answer, own names for tickets, many writes in one request. */
@WithRunningSuite
class BeyondThePluginIT {
    private final RunningSuite suite;
    private final String unique = UUID.randomUUID().toString();

    BeyondThePluginIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void aReplyIsReadInTheThread() {
        String number = created("");

        json("{\"message\":\"We are on our **way**\",\"staffId\":1}")
                .post("/tickets/" + number + "/replies")
                .then()
                .statusCode(201)
                .body("number", equalTo(number));
        json("{\"message\":\"Thank you\",\"format\":\"text\"}")
                .post("/tickets/" + number + "/replies")
                .then()
                .statusCode(201);

        get("/tickets/" + number).body("thread.type", contains("M", "R", "M")).body("isAnswered", equalTo(false));
    }

    @Test
    void aStrangerDoesNotReply() {
        json("{\"message\":\"Let me in\",\"email\":\"stranger@example.net\"}")
                .post("/tickets/" + created("") + "/replies")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-a-participant"));
    }

    @Test
    void anOwnNameStandsForOneTicket() {
        String name = "\"externalId\":\"" + unique + "\",";
        String number = created(name);

        json(body(name)).post("/tickets").then().statusCode(200).body("number", equalTo(number));
        get("/tickets?externalId=" + unique).body("number", contains(number));

        key().delete("/tickets/" + number).then().statusCode(204);
        assertThat(created(name)).isNotEqualTo(number);
    }

    @Test
    void aMailThatAnswersBecomesAMessageOnTheTicket() {
        String number = mail("Message-ID: <" + unique + "@example.org>\nSubject: The gate\n\nIt is stuck.");

        assertThat(mail("Message-ID: <2-" + unique + "@example.org>\nIn-Reply-To: <" + unique
                        + "@example.org>\nSubject: Re: The gate\n\nStill stuck."))
                .isEqualTo(number);
        assertThat(mail("Message-ID: <" + unique + "@example.org>\nSubject: The gate\n\nIt is stuck."))
                .isEqualTo(number);

        get("/tickets/" + number).body("thread.type", contains("M", "M"));
    }

    @Test
    void aBulkShowsEveryOperationAndOneBadOneStopsNoOther() {
        String parent = created("");
        String child = created("");
        String request = "{\"operations\":[{\"op\":\"create\",\"data\":" + body("") + "},"
                + "{\"op\":\"update\",\"number\":\"" + child + "\",\"data\":{\"subject\":\"First\"}},"
                + "{\"op\":\"update\",\"number\":\"" + child + "\",\"data\":{\"subject\":\"Second\"}},"
                + "{\"op\":\"link\",\"number\":\"" + child + "\",\"parent\":\"" + parent + "\"},"
                + "{\"op\":\"delete\",\"number\":\"no such ticket\"},"
                + "{\"op\":\"update\",\"number\":\"" + child + "\",\"data\":{\"subject\":[1]}},"
                + "{\"op\":\"dance\"}]}";

        String receipt = bulk(request);
        JsonPath done = awaitDone(receipt);

        assertThat(done.getList("operations.status"))
                .isEqualTo(List.of("applied", "applied", "applied", "applied", "rejected", "rejected", "rejected"));
        assertThat(done.getInt("counts.applied")).isEqualTo(4);
        assertThat(done.getString("operations[4].problem.code")).isEqualTo("ticket-not-found");
        assertThat(done.getString("operations[5].problem.field")).isEqualTo("subject");
        assertThat(done.getString("operations[6].problem.code")).isEqualTo("op-unknown");
        get("/tickets/" + done.getString("operations[0].number")).statusCode(200);
        get("/tickets/" + child).body("subject", equalTo("Second"));
        get("/tickets/" + parent + "/children").body("children.number", hasItem(child));
        assertThat(bulk(request)).as("the same Idempotency-Key").isNotEmpty();
        get("/tickets/" + child).body("subject", not(equalTo("First")));
        json("[]").post("/tickets/bulk").then().statusCode(400).body("code", equalTo("operations-number"));
    }

    @Test
    void anOperationOfABulkNeedsItsOwnPermission() {
        String receipt = given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.READ_KEY)
                .contentType("application/x-ndjson")
                .body(bytes("{\"op\":\"delete\",\"number\":\"" + DemoHelpDesk.TICKET + "\"}\n"))
                .post("/tickets/bulk")
                .then()
                .statusCode(202)
                .extract()
                .path("receipt");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().baseUri(suite.gateway().toString())
                        .header("X-API-Key", DemoHelpDesk.READ_KEY)
                        .get("/commands/" + receipt)
                        .then()
                        .body("operations[0].problem.code", equalTo("permission-denied")));
        get("/tickets/" + DemoHelpDesk.TICKET).statusCode(200);
    }

    private String bulk(String request) {
        return json(request)
                .header("Idempotency-Key", unique)
                .post("/tickets/bulk")
                .then()
                .statusCode(202)
                .body("items", equalTo(7))
                .extract()
                .path("receipt");
    }

    private JsonPath awaitDone(String receipt) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/commands/" + receipt).body("status", equalTo("done")));
        return get("/commands/" + receipt).extract().jsonPath();
    }

    private String mail(String message) {
        return key().contentType("message/rfc822")
                .body(bytes("From: Mara Mail <mara-" + unique + "@example.org>\nTo: support@example.com\n" + message))
                .post("/api/tickets.email")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    /** RestAssured encodes text of the content types that it knows only. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String body(String more) {
        return "{" + more
                + "\"name\":\"Nina New\",\"email\":\"nina@example.org\",\"subject\":\"The gate\",\"message\":\"Stuck.\"}";
    }

    private String created(String more) {
        return json(body(more))
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private ValidatableResponse get(String path) {
        return key().get(path).then();
    }

    private RequestSpecification json(String body) {
        return key().contentType(ContentType.JSON).body(body);
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", DemoHelpDesk.FULL_KEY);
    }
}
