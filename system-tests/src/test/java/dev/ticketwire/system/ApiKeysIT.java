package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a key is told, beside the permissions of {@link PermissionsIT}: identities, notes and the last use. */
@WithRunningSuite
class ApiKeysIT {
    private static final int ACCOUNTS = 4;
    private static final List<String> PATHS_OF_SERVICES = List.of(
            "/",
            "/events",
            "/events/snapshot",
            "/tickets/602881",
            "/search",
            "/stats",
            "/tickets/602881/children",
            "/attachments/1",
            "/q/health");

    private final RunningSuite suite;
    private final KeyAdministration keys;

    ApiKeysIT(RunningSuite suite) {
        this.suite = suite;
        this.keys = new KeyAdministration(suite);
    }

    @AfterEach
    void revokeKeys() {
        keys.revokeAll();
    }

    private RequestSpecification with(String key) {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", key);
    }

    private String boundToAccounts() {
        return keys.make("bound", keys.permissions(), Map.of("departments", List.of(ACCOUNTS)));
    }

    @Test
    void noServiceAnswersWithoutAnIdentityOfTheGateway() {
        for (String service : List.of("QUERY", "SUBTICKET", "STATS", "EVENT", "COMMAND")) {
            for (String path : PATHS_OF_SERVICES) {
                for (String identity : List.of("", "eyJhbGciOiJub25lIn0.e30.", DemoHelpDesk.FULL_KEY)) {
                    // The command service serves nothing over HTTP.
                    assertThat(statusOf(service, path, identity))
                            .as(service + path)
                            .isEqualTo(service.equals("COMMAND") ? 404 : 401);
                }
            }
        }
    }

    private int statusOf(String service, String path, String identity) {
        return given().baseUri(suite.setting(service + "_URL"))
                .header("X-Ticketwire-Identity", identity)
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .get(path)
                .statusCode();
    }

    @Test
    void anIdentityThatACallerMadeUpIsNotPassedOn() {
        assertThat(with(boundToAccounts())
                        .header("X-Ticketwire-Identity", "eyJhbGciOiJub25lIn0.e30.")
                        .get("/tickets/R-0001")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKeyThatMayNotSeeNotesIsNotToldOfThem() {
        List<String> all = keys.permissions();
        String blind = keys.make("without notes", all, Map.of("seesNotes", false));
        with(blind)
                .contentType(ContentType.JSON)
                .body("{\"note\":\"Between us: a zeppelin\"}")
                .patch("/tickets/R-0001")
                .then()
                .statusCode(200);

        for (String path :
                List.of("/api/tickets-get.php/R-0001.json", "/tickets/R-0001", "/tickets/R-0001/thread?order=newest")) {
            assertThat(got(path, DemoHelpDesk.FULL_KEY)).contains("a zeppelin");
            assertThat(got(path, blind)).contains("\"body\"").doesNotContain("zeppelin");
        }
        with(blind)
                .header("If-Match", tag("/tickets/R-0001", blind))
                .contentType(ContentType.JSON)
                .body("{\"priority\":\"High\"}")
                .patch("/tickets/R-0001")
                .then()
                .statusCode(200);
        assertThat(tag("/tickets/R-0001", blind)).isNotEqualTo(tag("/tickets/R-0001", DemoHelpDesk.FULL_KEY));
    }

    private String tag(String path, String key) {
        return with(key).get(path).header("ETag");
    }

    private String got(String path, String key) {
        return with(key).get(path).then().statusCode(200).extract().asString();
    }

    @Test
    void theLastUseOfAKeyIsNoted() {
        String secret = keys.make("used", keys.permissions(), Map.of());
        with(secret).get("/tickets/R-0001");

        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(keys.keys()
                                .jsonPath()
                                .getList(
                                        "items.findAll { it.secrets[0]?.prefix == '" + secret.substring(0, 9)
                                                + "' }.lastUsed",
                                        String.class))
                        .isNotEmpty()
                        .doesNotContainNull());
    }
}
