package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Key × operation × department, for every endpoint that the gateway itself says it serves: a new one has to be given a
 * {@link SampleCall}, and is then held to the same rules.
 */
@WithRunningSuite
class PermissionsIT {
    private static final int ACCOUNTS = 4;
    /** Judged by the ticket that is meant: as if it did not exist. */
    private static final Set<String> HIDDEN =
            Set.of("get", "update", "reply", "delete", "thread", "mails", "parent", "children");
    /** Judged by where it ends, or by what the plugin has a text for. */
    private static final Set<String> DENIED = Set.of("create", "link", "unlink", "download", "content");

    private final RunningSuite suite;
    private final KeyAdministration keys;

    PermissionsIT(RunningSuite suite) {
        this.suite = suite;
        this.keys = new KeyAdministration(suite);
    }

    @AfterEach
    void revokeKeys() {
        keys.revokeAll();
    }

    @TestFactory
    Stream<DynamicNode> everyEndpointAnswersThoseAloneWhoMay() {
        List<String> all = keys.permissions();
        String inactive = keys.make("inactive", all, Map.of("active", false));
        String expired = keys.make("expired", all, Map.of("expires", "2026-01-01T00:00:00Z"));
        String elsewhere = keys.make("elsewhere", all, Map.of("addresses", List.of("192.0.2.0/24", "2001:db8::/32")));
        return keys.endpoints().stream()
                .map(endpoint -> dynamicContainer(
                        endpoint.method() + " " + endpoint.path(),
                        Stream.concat(
                                Stream.of(
                                        refused(endpoint, "without a key", ""),
                                        refused(endpoint, "with an unknown key", "NOSUCHKEY"),
                                        refused(endpoint, "with an inactive key", inactive),
                                        refused(endpoint, "with an expired key", expired),
                                        refused(endpoint, "with a key of other addresses", elsewhere)),
                                permitted(endpoint, all))));
    }

    @TestFactory
    Stream<DynamicNode> noAliasOfAnEndpointIsAnotherDoor() {
        List<String> all = keys.permissions();
        return keys.endpoints().stream()
                .flatMap(ServedEndpoint::ofAliases)
                .map(alias -> dynamicContainer(
                        alias.method() + " " + alias.path(),
                        Stream.concat(Stream.of(refused(alias, "without a key", "")), permitted(alias, all))));
    }

    private DynamicNode refused(ServedEndpoint endpoint, String how, String key) {
        return dynamicTest(
                how,
                () -> assertThat(new SampleCall(suite, endpoint).with(key).statusCode())
                        .isEqualTo(401));
    }

    private Stream<DynamicNode> permitted(ServedEndpoint endpoint, List<String> all) {
        String needed = endpoint.permission();
        String orElse = endpoint.orElse();
        List<String> enough = needed == null ? all : List.of(needed);
        Stream<DynamicNode> by = Stream.of(
                dynamicTest("with the permission alone", () -> applied(endpoint, key(enough))),
                dynamicTest("within its department", () -> applied(endpoint, key(enough, SampleCall.WORKSHOP))),
                dynamicTest("bound to another department", () -> outside(endpoint, key(enough, ACCOUNTS))));
        if (needed == null) {
            return by;
        }
        List<String> others = all.stream()
                .filter(permission -> !permission.equals(needed) && !permission.equals(orElse))
                .toList();
        Stream<DynamicNode> more = Stream.of(dynamicTest("with every permission but this", () -> {
            int status = new SampleCall(suite, endpoint).with(key(others)).statusCode();
            assertThat(status).isEqualTo(needed.equals("can_manage_subtickets") ? 403 : 401);
        }));
        Stream<DynamicNode> alternative = orElse == null
                ? Stream.of()
                : Stream.of(dynamicTest("with " + orElse + " instead", () -> applied(endpoint, key(List.of(orElse)))));
        return Stream.of(by, more, alternative).flatMap(nodes -> nodes);
    }

    @Test
    void aKeyHasWebhooksOnlyIfItMaySubscribe() {
        String key = keys.make("reads only", keys.permissions(), Map.of());

        given().baseUri(suite.gateway().toString())
                .header("X-API-Key", key)
                .get("/webhooks")
                .then()
                .statusCode(403)
                .body("code", equalTo("subscriptions-not-allowed"));
    }

    private void applied(ServedEndpoint endpoint, String key) {
        if (endpoint.operation().equals("receipt")) {
            // Only of what the key itself has sent.
            assertThat(new SampleCall(suite, endpoint).with(key).statusCode()).isEqualTo(404);
            assertThat(new SampleCall(suite, endpoint)
                            .with(DemoHelpDesk.FULL_KEY)
                            .statusCode())
                    .isEqualTo(200);
            return;
        }
        Response answer = new SampleCall(suite, endpoint).with(key);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 204);
        if (endpoint.operation().equals("bulk")) {
            assertThat(itemOf(answer, key)).isEqualTo("applied");
        }
    }

    private void outside(ServedEndpoint endpoint, String key) {
        String operation = endpoint.operation();
        Response answer = new SampleCall(suite, endpoint).with(key);
        if (HIDDEN.contains(operation)) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
            assertThat(said(endpoint, answer))
                    .isEqualTo(said(endpoint, new SampleCall(suite, endpoint).with(key, "999999999")));
        } else if (DENIED.contains(operation)) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        } else {
            lookedAround(endpoint, answer, key);
        }
    }

    /** A refusal's words; on the plugin's paths it is JSON whatever the path ends in. */
    private static String said(ServedEndpoint endpoint, Response refusal) {
        return endpoint.path().startsWith("/api/")
                ? refusal.path("message")
                : refusal.path("code") + ": " + refusal.path("detail");
    }

    private List<Integer> departmentsOfEvents(String key) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", key)
                .get("/events?after=oldest&limit=1000")
                .jsonPath()
                .getList("events.data.ticket.department.id", Integer.class);
    }

    /** What is about no ticket in particular is about those of the key's departments. */
    private void lookedAround(ServedEndpoint endpoint, Response answer, String key) {
        switch (endpoint.operation()) {
            case "search", "list" ->
                assertThat(
                                endpoint.answersXml()
                                        ? answer.xmlPath().getList("response.item.departmentId", Integer.class)
                                        : answer.jsonPath().getList("departmentId", Integer.class))
                        .isNotEmpty()
                        .containsOnly(ACCOUNTS);
            case "stats" ->
                assertThat(
                                endpoint.answersXml()
                                        ? answer.xmlPath().<String>getList("response.by_department.item.name")
                                        : List.copyOf(answer.jsonPath()
                                                .<String, Object>getMap("by_department")
                                                .keySet()))
                        .containsExactly("Accounts");
            case "report" ->
                assertThat(answer.asString())
                        .isEqualTo(given().baseUri(suite.gateway().toString())
                                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                                .get(endpoint.path() + "?department=" + ACCOUNTS)
                                .asString());
            case "events" -> {
                assertThat(departmentsOfEvents(DemoHelpDesk.FULL_KEY)).contains(SampleCall.WORKSHOP);
                assertThat(departmentsOfEvents(key)).doesNotContain(SampleCall.WORKSHOP);
            }
            case "bulk" -> assertThat(itemOf(answer, key)).isEqualTo("rejected");
            case "receipt" -> assertThat(answer.statusCode()).isEqualTo(404);
            // Not about tickets; what is told of those is held by the tests of deliveries.
            case "webhooks", "webhook_change", "webhook_test" ->
                assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 204);
            case "statuses", "lookup" -> assertThat(answer.statusCode()).isEqualTo(200);
            default ->
                throw new AssertionError("nobody has decided what a department means for " + endpoint.operation());
        }
    }

    private String itemOf(Response bulk, String key) {
        String receipt = Objects.requireNonNull(bulk.path("receipt"));
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> given().baseUri(suite.gateway().toString())
                                .header("X-API-Key", key)
                                .get("/commands/" + receipt)
                                .jsonPath()
                                .getString("operations[0].status"),
                        status -> status != null && !status.equals("accepted"));
    }

    private String key(List<String> permissions, Integer... departments) {
        return keys.make(
                "who may do what",
                permissions,
                departments.length == 0
                        ? Map.of("maySubscribe", true)
                        : Map.of("maySubscribe", true, "departments", List.of(departments)));
    }
}
