package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator learns of the running suite on the management address. */
@WithRunningSuite
class OperatorIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningSuite suite;

    OperatorIT(RunningSuite suite) {
        this.suite = suite;
    }

    private RequestSpecification operator() {
        return given().baseUri(suite.setting("MANAGEMENT_URL"))
                .header("Authorization", "Bearer " + suite.setting("OPERATOR_TOKEN"));
    }

    private Response create(String subject) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .header("Prefer", "respond-async")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Ona\",\"email\":\"ona@example.org\",\"subject\":\"" + subject
                        + "\",\"message\":\"m\"}")
                .post("/tickets");
    }

    private JsonPath overview() {
        return operator().get("/overview").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void everyServiceIsReadyAndSaysWhichReleaseItIs() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath overview = overview();
            assertThat(overview.<String>getList("services.name"))
                    .contains(
                            "api-gateway",
                            "ticket-command-service",
                            "ticket-query-service",
                            "subticket-service",
                            "stats-service",
                            "event-service",
                            "webhook-service",
                            "mail-service");
            assertThat(overview.<Boolean>getList("services.ready")).containsOnly(true);
            assertThat(overview.<Boolean>getList("services.live")).containsOnly(true);
            assertThat(overview.<String>getList("services.reason")).containsOnlyNulls();
            assertThat(overview.<String>getList("services.version")).doesNotContainNull();
            assertThat(overview.<String>getList("services.since")).doesNotContainNull();
        });
    }

    @Test
    void aCommandIsInTheFiguresOfTheLastHourAndAllOfThemAreKnown() {
        create("Counted");

        await().atMost(SOON).untilAsserted(() -> {
            JsonPath overview = overview();
            for (String counted : List.of("accepted", "applied", "lagMs")) {
                assertThat(overview.<Number>getList("series." + counted))
                        .as(counted)
                        .anyMatch(value -> value != null && value.doubleValue() > 0);
            }
            for (String known : overview.getMap("series").keySet().toArray(String[]::new)) {
                assertThat(overview.<Number>getList("series." + known))
                        .as(known)
                        .anyMatch(value -> value != null);
            }
        });
    }

    @Test
    void aCommandIsFoundByItsReceiptItsTicketItsIdAndItsKey() {
        String location = create("To be found").header("Location");
        String receipt = location.substring(location.lastIndexOf('/') + 1);
        await().atMost(SOON)
                .untilAsserted(() -> operator()
                        .queryParam("receipt", receipt)
                        .get("/commands")
                        .then()
                        .statusCode(200)
                        .body("commands[0].state", equalTo("applied")));
        JsonPath command =
                operator().queryParam("receipt", receipt).get("/commands").jsonPath();
        String id = command.getString("commands[0].id");
        String ticket = command.getString("commands[0].ticket");

        for (String query : List.of(
                "id=" + id, "ticket=" + ticket, "state=applied&limit=100&key=" + command.getInt("commands[0].keyId"))) {
            operator().get("/commands?" + query).then().statusCode(200).body("commands.id", hasItem(id));
        }
        operator().get("/commands?limit=1").then().body("commands", hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> operator()
                        .get("/events?after=oldest&limit=1000&number=" + ticket)
                        .then()
                        .statusCode(200)
                        .body(containsString("ticket.created.v1")));
    }

    @Test
    void withoutTheTokenNothingIsTold() {
        for (String path : List.of("/overview", "/commands", "/events", "/webhooks", "/webhooks/1/deliveries")) {
            given().baseUri(suite.setting("MANAGEMENT_URL"))
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("operator-token-missing"));
        }
        operator().get("/webhooks").then().statusCode(200);
    }
}
