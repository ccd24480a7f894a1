package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WithRunningSuite
class TicketLifeIT {
    private final RunningSuite suite;

    TicketLifeIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void whatAnUpdateSetsIsReadBack() {
        String number = created();

        json("{\"statusId\":\"Closed\",\"priority\":\"High\",\"note\":\"Replaced the hinge\"}")
                .patch("/api/tickets-update.php/" + number + ".json")
                .then()
                .statusCode(200)
                .body(equalTo(number));

        get("/tickets/" + number)
                .statusCode(200)
                .body("status", equalTo("Closed"))
                .body("priority", equalTo("High"))
                .body("thread.body", hasItem("Replaced the hinge"));
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        String number = created();

        json("{\"subject\":\"Another\",\"statusId\":\"No such status\"}")
                .patch("/tickets/" + number)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("status-not-found"));

        get("/tickets/" + number).body("subject", equalTo("The gate stays shut"));
    }

    @Test
    void aTicketIsLinkedAndUnlinked() {
        String parent = created();
        String child = created();

        json("{\"childId\":\"" + child + "\"}")
                .post("/api/tickets-subtickets-create.php/" + parent + ".json")
                .then()
                .statusCode(200)
                .body("parent.number", equalTo(parent));
        get("/tickets/" + parent + "/children").body("children.number", contains(child));

        key().delete("/tickets/" + child + "/parent").then().statusCode(200);
        get("/tickets/" + parent + "/children").body("children", empty());
    }

    @Test
    void aTicketIsNoChildOfItsOwnChild() {
        String parent = created();
        String child = created();
        json("{\"number\":\"" + child + "\"}")
                .post("/tickets/" + parent + "/children")
                .then()
                .statusCode(200);

        json("{\"number\":\"" + parent + "\"}")
                .post("/tickets/" + child + "/children")
                .then()
                .statusCode(422)
                .body("code", equalTo("link-cycle"));
    }

    @Test
    void aDeletedTicketIsGoneAndItsChildrenAreNot() {
        String parent = created();
        String child = created();
        json("{\"parentTicketNumber\":\"" + parent + "\"}")
                .patch("/tickets/" + child)
                .then()
                .statusCode(200);

        key().delete("/tickets/" + parent).then().statusCode(204);

        get("/tickets/" + parent).statusCode(404);
        get("/tickets/" + child).statusCode(200);
        get("/tickets/" + child + "/parent").statusCode(200).body("parent", nullValue());
    }

    @Test
    void aRepeatedDeleteGetsTheFirstAnswer() {
        String number = created();
        String idempotencyKey = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            key().header("Idempotency-Key", idempotencyKey)
                    .delete("/api/tickets-delete.php/" + number + ".json")
                    .then()
                    .statusCode(200)
                    .body(equalTo(number));
        }
    }

    @Test
    void commandsOfOneTicketAreAppliedInTheirOrder() {
        String number = created();
        String last = "";
        for (int i = 1; i <= 20; i++) {
            last = json("{\"subject\":\"Step " + i + "\"}")
                    .header("Prefer", "respond-async")
                    .patch("/tickets/" + number)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("receipt");
        }
        String receipt = last;

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/commands/" + receipt).body("status", equalTo("applied")));

        get("/tickets/" + number).body("subject", equalTo("Step 20"));
    }

    @Test
    void aKeyThatMayOnlyReadChangesNothing() {
        String number = created();

        given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.READ_KEY)
                .delete("/api/tickets-delete.php/" + number + ".json")
                .then()
                .statusCode(401);

        get("/tickets/" + number).statusCode(200);
    }

    private String created() {
        String number = json("""
                {"name":"Nina New","email":"nina@example.org","subject":"The gate stays shut","message":"Since this morning."}""")
                .post("/api/tickets.json")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertThat(number).isNotEmpty();
        return number;
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
