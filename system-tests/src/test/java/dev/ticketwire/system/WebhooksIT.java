package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks of the running suite, from the ticket to the subscriber. */
@WithRunningSuite
class WebhooksIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ACCOUNTS = 4;

    private final RunningSuite suite;
    private final KeyAdministration keys;
    private final HookReceiver receiver = new HookReceiver();

    private String key = "";

    WebhooksIT(RunningSuite suite) throws IOException {
        this.suite = suite;
        this.keys = new KeyAdministration(suite);
    }

    @BeforeEach
    void aKey() {
        key = keys.make("hooks", keys.permissions(), Map.of("maySubscribe", true));
    }

    @AfterEach
    void end() {
        receiver.close();
        keys.revokeAll();
    }

    private RequestSpecification request(String secret) {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", secret)
                .contentType(ContentType.JSON);
    }

    private JsonPath subscribed(String secret) {
        return request(secret)
                .body("{\"url\":\"" + receiver.url() + "\",\"types\":[\"ticket.created\"]}")
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String created(int department) {
        return request(DemoHelpDesk.FULL_KEY)
                .body(
                        "{\"name\":\"Hook\",\"email\":\"hook@example.org\",\"subject\":\"Told\",\"message\":\"x\",\"departmentId\":"
                                + department + "}")
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private List<HookReceiver.Told> awaitTold(List<String> numbers, int count) {
        await().atMost(LIMIT).until(() -> receiver.about(numbers).size() >= count);
        return receiver.about(numbers);
    }

    private void post(String path) {
        request(key).post(path).then().statusCode(200);
    }

    @Test
    void anEventReachesItsSubscriberSignedAndTheLogTellsOfIt() {
        JsonPath webhook = subscribed(key);

        String number = created(SampleCall.WORKSHOP);

        HookReceiver.Told told = awaitTold(List.of(number), 1).getFirst();
        assertThat(told.isSignedWith(webhook.getString("secret"))).isTrue();
        assertThat(told.event().path("type").asText()).isEqualTo("ticket.created.v1");
        assertThat(told.event().path("id").asText()).isEqualTo(told.id());
        String log = "/webhooks/" + webhook.getInt("id") + "/deliveries?number=" + number;
        await().atMost(LIMIT)
                .untilAsserted(() -> request(key)
                        .get(log)
                        .then()
                        .body("deliveries[0].state", equalTo("delivered"))
                        .body("deliveries[0].event", equalTo(told.id()))
                        .body("deliveries[0].last.status", equalTo(204)));
    }

    @Test
    void theDepartmentsOfAKeyBindItsWebhooks() {
        subscribed(keys.make(
                "accounts", keys.permissions(), Map.of("maySubscribe", true, "departments", List.of(ACCOUNTS))));

        String hidden = created(SampleCall.WORKSHOP);
        String visible = created(ACCOUNTS);

        awaitTold(List.of(visible), 1);
        String last = created(ACCOUNTS);
        awaitTold(List.of(last), 1);
        assertThat(receiver.about(List.of(hidden))).isEmpty();
    }

    @Test
    void whatHappensDuringAPauseIsToldAfterwards() {
        int id = subscribed(key).getInt("id");
        post("/webhooks/" + id + "/pause");
        List<String> numbers = List.of(created(1), created(2), created(4));
        assertThat(receiver.about(numbers)).isEmpty();

        post("/webhooks/" + id + "/resume");

        assertThat(awaitTold(numbers, 3)).extracting(HookReceiver.Told::number).containsOnlyOnceElementsOf(numbers);
    }

    @Test
    void whatFailedIsToldAgainWithTheSameId() {
        int id = subscribed(key).getInt("id");
        String number = created(1);
        String event = awaitTold(List.of(number), 1).getFirst().id();
        String log = "/webhooks/" + id + "/deliveries";
        long delivery = await().atMost(LIMIT)
                .until(
                        () -> request(key)
                                .get(log + "?state=delivered&number=" + number)
                                .jsonPath(),
                        page -> page.getList("deliveries").size() == 1)
                .getLong("deliveries[0].id");

        request(key).post(log + "/" + delivery + "/redeliver").then().statusCode(202);

        assertThat(awaitTold(List.of(number), 2))
                .extracting(HookReceiver.Told::id)
                .containsExactly(event, event);
    }

    @Test
    void aReceiverThatIsGoneIsAskedNoMoreUntilItsOwnerResumesIt() {
        int id = subscribed(key).getInt("id");
        receiver.answer(410);
        String number = created(1);
        await().atMost(LIMIT)
                .untilAsserted(() -> request(key)
                        .get("/webhooks/" + id)
                        .then()
                        .body("state", equalTo("disabled"))
                        .body("reason", equalTo("gone")));

        receiver.answer(204);
        post("/webhooks/" + id + "/resume");

        awaitTold(List.of(number), 1);
    }

    @Test
    void whenAKeyMayNoLongerSubscribeItsWebhooksArePaused() {
        int id = subscribed(key).getInt("id");
        SuiteDatabase database = new SuiteDatabase(suite);

        keys.change(key, Map.of("maySubscribe", false));

        await().atMost(LIMIT).until(() -> database.webhook(id), state -> state.equals(List.of("paused key")));
        request(key).get("/webhooks/" + id).then().statusCode(403).body("code", equalTo("subscriptions-not-allowed"));
    }
}
