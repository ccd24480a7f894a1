package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The overview of a gateway whose other services are of every kind. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(ServiceStandIns.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the address in
class OverviewIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TestHTTPResource(management = true)
    URI management;

    private URI overview;

    @BeforeEach
    void findOverview() {
        overview = management.resolve("/overview");
    }

    private JsonPath read() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .get(overview)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> service(JsonPath answer, String name) {
        return answer.getMap("services.find { it.name == '" + name + "' }");
    }

    @Test
    void onlyTheOperatorSeesIt() {
        given().get(overview).then().statusCode(401).body("code", equalTo("operator-token-missing"));
    }

    @Test
    void everyServiceIsShownAsItIsAndNoneDelaysAnother() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service(read(), "unreadable"))
                        .isNotNull()
                        .containsEntry("ready", false)
                        .hasEntrySatisfying(
                                "reason", why -> assertThat(why).asString().contains("not a line of metrics")));
        JsonPath answer = read();

        assertThat(answer.<String>getList("services.name"))
                .containsExactly(
                        "api-gateway",
                        "ticket-command-service",
                        "slow",
                        "endless",
                        "unreadable",
                        "ill",
                        "away",
                        "nowhere");
        assertThat(service(answer, "api-gateway"))
                .containsEntry("instance", "this")
                .containsEntry("live", true)
                .doesNotContainEntry("since", null)
                .doesNotContainEntry("version", null);
        assertThat(service(answer, "ticket-command-service"))
                .containsEntry("ready", true)
                .containsEntry("live", true)
                .containsEntry("reason", null)
                .containsEntry("version", "9.9")
                .containsEntry("since", "2023-11-14T22:13:20Z");
        assertThat(service(answer, "ill"))
                .containsEntry("ready", false)
                .containsEntry("live", true)
                .containsEntry("reason", "desk (why: gone)");
        assertThat(Objects.toString(service(answer, "slow").get("reason"))).contains("no answer within");
        assertThat(Objects.toString(service(answer, "endless").get("reason"))).contains("longer than");
        assertThat(Objects.toString(service(answer, "away").get("reason"))).contains("refused");
        assertThat(Objects.toString(service(answer, "nowhere").get("reason"))).contains("no address");
        assertThat(service(answer, "away")).containsEntry("live", null);
    }

    @Test
    void whatIsCountedIsInTheNextPointAndWhatIsUnknownIsNull() {
        ServiceStandIns.APPLIED.addAndGet(1);
        await().atMost(SOON).untilAsserted(() -> {
            ServiceStandIns.APPLIED.addAndGet(10);
            assertThat(read().<Number>getList("series.applied"))
                    .hasSize(360)
                    .anyMatch(rate -> rate != null && rate.doubleValue() > 0);
        });
        JsonPath answer = read();

        assertThat(answer.getInt("step")).isEqualTo(10);
        assertThat(answer.<Number>getList("times")).hasSize(360);
        assertThat(answer.<Number>getList("series.accepted")).isNotNull();
        List<Number> delivered = answer.getList("series.delivered");
        assertThat(delivered).as("no such service is known").hasSize(360).containsOnlyNulls();
        assertThat(answer.getString("units.eventsBehind")).isEqualTo("s");
        assertThat(answer.getMap("series").keySet())
                .isEqualTo(answer.getMap("units").keySet());
    }

    @Test
    void itMayBeShownAgainUntilTheNextPoint() {
        given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .get(overview)
                .then()
                .header("Cache-Control", matchesPattern("private, max-age=([1-9]|10)"))
                .header("Vary", equalTo("authorization"));
    }
}
