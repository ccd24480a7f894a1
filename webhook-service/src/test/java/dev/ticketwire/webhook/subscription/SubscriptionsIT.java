package dev.ticketwire.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.ticketwire.osticket.selection.EventFacts;
import dev.ticketwire.osticket.selection.View;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import dev.ticketwire.webhook.TestKey;
import dev.ticketwire.webhook.WebhookServiceResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions on a real database and broker. */
@QuarkusTest
@WithTestResource(WebhookServiceResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class SubscriptionsIT {
    private static final String URL = "http://127.0.0.1:9/hook";
    private static final String MINIMAL = "{\"url\":\"" + URL + "\"}";

    @Inject
    Subscriptions subscriptions;

    TestKey key;

    @BeforeEach
    void aKey() throws SQLException {
        key = TestKey.add("all");
    }

    private static List<String> texts(String sql) throws SQLException {
        return TestSql.texts(TestInfrastructure.root().named(WebhookServiceResource.NAME), sql);
    }

    private ValidatableResponse get(int id) {
        return key.request().get("/webhooks/" + id).then().statusCode(200);
    }

    private Subscription known(int id) {
        Subscription known = subscriptions.get(id);
        assertThat(known).isNotNull();
        return java.util.Objects.requireNonNull(known);
    }

    @Test
    void whatWasMadeIsShownWithItsSecretOnce() {
        int id = key.request()
                .body("""
                        {"url":"http://127.0.0.1:9/hook","description":" Our Slack ","types":["ticket.created"],
                         "departments":[1],"topics":[0],"priorities":[2],"headers":{"X-Token":"confidential"},
                         "template":{"text":"{{data.ticket.number}}"}}""")
                .post("/webhooks")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/webhooks/[0-9]+"))
                .header("ETag", "\"r1\"")
                .body("secret", startsWith("whsec_"))
                .body("description", equalTo("Our Slack"))
                .body("types", contains("ticket.created.v1"))
                .body("departments", contains(1))
                .body("statuses", nullValue())
                .body("headers", contains("X-Token"))
                .body("template.text", equalTo("{{data.ticket.number}}"))
                .body("state", equalTo("active"))
                .body("created", matchesPattern("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("waiting", equalTo(0))
                .body("behind", equalTo(false))
                .body("secrets", hasSize(1))
                .body("$", not(org.hamcrest.Matchers.hasKey("keyId")))
                .extract()
                .path("id");

        get(id).body("$", not(org.hamcrest.Matchers.hasKey("secret"))).body("url", equalTo(URL));
        TestKey.operator().get("/webhooks/" + id).then().body("keyId", equalTo(key.id()));
    }

    @Test
    void theDatabaseDoesNotShowAddressHeadersAndSecrets() throws SQLException {
        int id = key.subscribe("{\"url\":\"http://127.0.0.1:9/token-in-path\",\"headers\":{\"X-A\":\"in-header\"}}");

        assertThat(texts("SELECT CONCAT_WS(' ', filter, template, sealed) FROM ticketwire_webhook WHERE id = " + id))
                .singleElement()
                .asString()
                .doesNotContain("token-in-path", "in-header", "whsec");
    }

    @Test
    void itBeginsAtTheEndOfEveryPartition() throws SQLException {
        int id = key.subscribe(MINIMAL);

        assertThat(texts("SELECT partition_id FROM ticketwire_webhook_position WHERE subscription_id = " + id))
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|url|invalid-value",
                "{'url':5}|url|invalid-value",
                "{'url':'http://127.0.0.1:9','hookUrl':'http://127.0.0.1:9'}|hookUrl|invalid-value",
                "{'url':'http://127.0.0.1:9','typs':[]}|typs|unknown-field",
                "{'url':'http://127.0.0.1:9','keyId':1}|keyId|unknown-field",
                "{'url':'http://127.0.0.1:9','types':['ticket.eaten']}|types|invalid-value",
                "{'url':'http://127.0.0.1:9','types':[]}|types|invalid-value",
                "{'url':'http://127.0.0.1:9','departments':[4711]}|departments|invalid-value",
                "{'url':'http://127.0.0.1:9','statuses':['1']}|statuses|invalid-value",
                "{'url':'http://127.0.0.1:9','headers':{'Host':'x'}}|headers|invalid-value",
                "{'url':'http://127.0.0.1:9','headers':{'X':1}}|headers|invalid-value",
                "{'url':'http://127.0.0.1:9','secret':'whsec_short'}|secret|invalid-value",
                "{'url':'http://127.0.0.1:9','description':'a\\nb'}|description|invalid-value",
                "{'url':'http://192.168.1.1/'}|url|invalid-value"
            })
    void aBodyThatIsWrongIsRefusedWithTheNameOfItsMember(String body, String field, String code) {
        key.request()
                .body(body.replace('\'', '"'))
                .post("/webhooks")
                .then()
                .statusCode(400)
                .body("field", equalTo(field))
                .body("code", equalTo(code));
    }

    @Test
    void theNamesOfOtherPlatformsAreUnderstood() {
        for (String name : List.of("hookUrl", "targetUrl", "target_url")) {
            key.request()
                    .body("{\"" + name + "\":\"" + URL + "\",\"event\":\"ticket.created\"}")
                    .post("/webhooks")
                    .then()
                    .statusCode(201)
                    .body("url", equalTo(URL))
                    .body("types", contains("ticket.created.v1"));
        }
    }

    @Test
    void aRepeatedRequestMakesNoSecondOne() {
        ValidatableResponse first =
                key.request().body(MINIMAL).post("/webhooks").then().statusCode(201);
        ValidatableResponse second =
                key.request().body(MINIMAL).post("/webhooks").then().statusCode(201);

        assertThat(second.extract().asString()).isEqualTo(first.extract().asString());
        key.request()
                .header("Idempotency-Key", "a")
                .body(MINIMAL)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first.extract().path("id"))));
    }

    @Test
    void anIdempotencyKeyStandsForOneContent() {
        String again = key.request()
                .header("Idempotency-Key", "b")
                .body(MINIMAL)
                .post("/webhooks")
                .asString();

        assertThat(key.request()
                        .header("Idempotency-Key", "b")
                        .body(MINIMAL)
                        .post("/webhooks")
                        .asString())
                .isEqualTo(again);
        key.request()
                .header("Idempotency-Key", "b")
                .body("{\"url\":\"" + URL + "2\"}")
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aKeySeesItsOwnOnlyAndHasAtMostFive() throws SQLException {
        TestKey other = TestKey.add("all");
        int id = key.subscribe(MINIMAL);
        for (int i = 1; i < 5; i++) {
            key.subscribe("{\"url\":\"" + URL + i + "\"}");
        }

        key.request()
                .body("{\"url\":\"" + URL + "6\"}")
                .post("/webhooks")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-webhooks"));
        other.request().get("/webhooks").then().body("webhooks", hasSize(0));
        for (String path : List.of("/webhooks/" + id, "/webhooks/0", "/webhooks/99999999999999999999")) {
            other.request().get(path).then().statusCode(404).body("code", equalTo("webhook-not-found"));
        }
        other.request().delete("/webhooks/" + id).then().statusCode(404);
        other.request().post("/webhooks/" + id + "/pause").then().statusCode(404);
        get(id).body("state", equalTo("active"));
    }

    @Test
    void timesKeepTheZeroAfterTheSecond() throws SQLException {
        int id = key.subscribe(MINIMAL);
        TestSql.execute(
                TestInfrastructure.root().named(WebhookServiceResource.NAME),
                "UPDATE ticketwire_webhook SET last_success = '2026-11-30 12:00:00.079' WHERE id = " + id);

        get(id).body("lastSuccess", equalTo("2026-11-30T12:00:00.079Z"));
    }

    /** Forgotten, it would miss what happens until its key is back. */
    @Test
    void oneThatCannotBeReadRests() throws SQLException {
        int id = key.subscribe(MINIMAL);
        Database database = TestInfrastructure.root().named(WebhookServiceResource.NAME);
        TestSql.execute(
                database, "UPDATE ticketwire_webhook SET sealed = '', revision = revision + 1 WHERE id = " + id);

        Awaitility.await().untilAsserted(() -> assertThat(known(id).state()).isEqualTo(Subscription.State.PAUSED));
        get(id).body("url", equalTo(""));
        key.request().get("/webhooks").then().statusCode(200);
        TestSql.execute(database, "DELETE FROM ticketwire_webhook WHERE id = " + id);
    }

    @Test
    void aListHasPages() {
        for (int i = 0; i < 3; i++) {
            key.subscribe("{\"url\":\"" + URL + i + "\"}");
        }

        String next = key.request()
                .get("/webhooks?limit=2")
                .then()
                .body("webhooks", hasSize(2))
                .header("Link", startsWith("</webhooks?limit=2&after="))
                .extract()
                .path("next");
        key.request()
                .get("/webhooks?limit=2&after=" + next)
                .then()
                .body("webhooks", hasSize(1))
                .body("next", nullValue());
        TestKey.operator().get("/webhooks?keyId=" + key.id()).then().body("webhooks", hasSize(3));
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndNullClears() {
        int id = key.subscribe(
                "{\"url\":\"" + URL + "\",\"types\":[\"ticket.created\"],\"headers\":{\"X-A\":\"1\",\"X-B\":\"2\"}}");

        key.request()
                .header("If-Match", "\"r1\"")
                .body("{\"types\":null,\"description\":\"new\",\"headers\":{\"X-A\":null,\"X-C\":\"3\"}}")
                .patch("/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("url", equalTo(URL))
                .body("types", nullValue())
                .body("description", equalTo("new"))
                .body("headers", contains("X-A", "X-C"));
        assertThat(known(id).target().headers()).containsEntry("X-A", "1").containsEntry("X-C", "3");
        assertThat(known(id).revision()).isEqualTo(2);
        key.request()
                .header("If-Match", "\"r1\"")
                .body("{}")
                .patch("/webhooks/" + id)
                .then()
                .statusCode(412);
        key.request()
                .body("{\"secret\":\"whsec_x\"}")
                .patch("/webhooks/" + id)
                .then()
                .statusCode(400);
    }

    @Test
    void pausedAndResumedItIsKnownInMemoryAtOnce() {
        int id = key.subscribe(MINIMAL);

        key.request().post("/webhooks/" + id + "/pause").then().statusCode(200).body("reason", equalTo("owner"));
        assertThat(known(id).state()).isEqualTo(Subscription.State.PAUSED);
        key.request().post("/webhooks/" + id + "/resume").then().statusCode(200).body("reason", nullValue());
        assertThat(known(id).state()).isEqualTo(Subscription.State.ACTIVE);
        key.request().delete("/webhooks/" + id).then().statusCode(204);
        assertThat(subscriptions.get(id)).isNull();
    }

    @Test
    void theOwnerDoesNotResumeWhatAnOperatorPaused() {
        int id = key.subscribe(MINIMAL);
        TestKey.operator().post("/webhooks/" + id + "/pause").then().body("reason", equalTo("operator"));

        key.request().post("/webhooks/" + id + "/pause").then().body("reason", equalTo("operator"));
        key.request().post("/webhooks/" + id + "/resume").then().statusCode(409).body("code", equalTo("webhook-held"));
        TestKey.operator().post("/webhooks/" + id + "/resume").then().body("state", equalTo("active"));
    }

    @Test
    void duringARotationBothSecretsSign() {
        int id = key.subscribe(MINIMAL);

        key.request()
                .body("{\"overlapSeconds\":60}")
                .post("/webhooks/" + id + "/rotate")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("secrets", hasSize(2))
                .body("secrets[0].until", nullValue())
                .body("secrets[1].until", notNullValue());
        assertThat(known(id).target().secrets()).hasSize(2);
        key.request()
                .body("{\"overlapSeconds\":0}")
                .post("/webhooks/" + id + "/rotate")
                .then()
                .body("secrets", hasSize(1));
        key.request()
                .body("{\"overlapSeconds\":-1}")
                .post("/webhooks/" + id + "/rotate")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"may_subscribe = 0", "expires = '2020-01-01 00:00:00'"})
    void aKeyThatLosesItsRightsPausesItsSubscriptions(String loss) throws SQLException {
        int id = key.subscribe(MINIMAL);

        key.set(loss);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get(id).body("reason", equalTo("key")));
        assertThat(known(id).state()).isEqualTo(Subscription.State.PAUSED);
        key.request().post("/webhooks/" + id + "/resume").then().statusCode(409);
        key.set("may_subscribe = 1, expires = NULL");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> key.request().post("/webhooks/" + id + "/resume").statusCode() == 200);
    }

    @Test
    void theDepartmentsOfTheKeyBindItAsTheyAreNow() throws SQLException {
        TestKey bound = TestKey.add("1");
        int id = bound.subscribe(MINIMAL);
        bound.request()
                .body("{\"departments\":[2]}")
                .patch("/webhooks/" + id)
                .then()
                .statusCode(400)
                .body("field", equalTo("departments"));
        EventFacts elsewhere = new EventFacts("ticket.created.v1", "480113", 2, 2, 0, 0, 0, false);
        assertThat(known(id).selection().view(elsewhere)).isEqualTo(View.HIDDEN);

        bound.set("departments = NULL");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> known(id).selection().view(elsewhere) == View.WHOLE);
        EventFacts snapshot = new EventFacts("ticket.snapshot.v1", "480113", 2, 2, 0, 0, 0, false);
        assertThat(known(id).selection().view(snapshot)).isEqualTo(View.HIDDEN);
    }

    @Test
    void anOperatorMakesOneForAKey() {
        TestKey.operator()
                .body(MINIMAL)
                .post("/webhooks")
                .then()
                .statusCode(400)
                .body("field", equalTo("keyId"));
        TestKey.operator()
                .body("{\"url\":\"" + URL + "\",\"keyId\":" + key.id() + "}")
                .post("/webhooks")
                .then()
                .statusCode(201)
                .body("keyId", equalTo(key.id()));
        key.request().get("/webhooks").then().body("webhooks", hasSize(1));
    }
}
