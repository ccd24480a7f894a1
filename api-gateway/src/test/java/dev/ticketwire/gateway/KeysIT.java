package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as the operator administers them, and what they are then good for. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class KeysIT extends WithCommandService {
    private static final String READS = "{\"name\":\"Monitoring\",\"permissions\":[\"can_read_tickets\"]%s}";

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @AfterEach
    void onlyTheDemosKeysAreLeft() throws SQLException {
        run("DELETE FROM ticketwire_key");
        run("DELETE FROM ticketwire_key_secret");
        run("DELETE FROM ticketwire_key_settings");
        run("UPDATE ost_api_key SET isactive = 1, can_read_tickets = 1 WHERE apikey = '" + READ_ONLY + "'");
        snapshot.refresh();
    }

    @Test
    void nobodyButTheOperatorSeesOrMakesKeys() {
        given().get(management.resolve("/keys")).then().statusCode(401).body("code", equalTo("operator-token-missing"));
        given().header("X-API-Key", FULL)
                .get(management.resolve("/keys"))
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer wrong")
                .body("{}")
                .post(management.resolve("/keys"))
                .then()
                .statusCode(401);
        given().get("/keys").then().statusCode(404);
    }

    @Test
    void osTicketsKeysAreListedWithTheirPermissionsButWithoutTheirSecret() {
        Response keys = operator().get(management.resolve("/keys"));

        keys.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("permissions", hasSize(7))
                .body("departments.name", hasItems("Workshop"))
                .body("items.origin", hasItems("osticket"))
                .body("items.find { it.secrets[0].prefix == 'DEMORE' }.permissions", hasItems("can_read_tickets"));
        assertThat(keys.asString()).doesNotContain(FULL).doesNotContain(READ_ONLY);
    }

    @Test
    void aNewKeyIsShownOnceAndUsableAtOnceForWhatItMay() throws SQLException {
        JsonPath key = made("");
        String secret = key.getString("secret");

        assertThat(secret).matches("tw_[a-z2-7]{32}");
        keyed(secret).get("/tickets/100001").then().statusCode(200);
        keyed(secret).body("{}").post("/tickets").then().statusCode(401).body("code", equalTo("permission-denied"));
        assertThat(operator().get(one(key)).asString()).contains("Monitoring").doesNotContain(secret);
        assertThat(stored()).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    @Test
    void aSecretsDigestIsNoSecret() throws SQLException {
        made("");

        keyed(stored().getFirst().substring(0, 64))
                .get("/tickets/100001")
                .then()
                .statusCode(401);
    }

    @Test
    void aChangeCountsForTheNextRequest() {
        JsonPath key = made("");
        String secret = key.getString("secret");

        changed(key, "{\"active\":false}").body("active", equalTo(false));
        keyed(secret).get("/tickets/100001").then().statusCode(401).body("code", equalTo("api-key-inactive"));

        changed(key, "{\"active\":true,\"permissions\":[]}").body("permissions", hasSize(0));
        keyed(secret).get("/tickets/100001").then().statusCode(401).body("code", equalTo("permission-denied"));

        changed(key, "{\"permissions\":[\"can_read_tickets\",\"can_create_tickets\"]}")
                .body("name", equalTo("Monitoring"))
                .body("permissions", contains("can_create_tickets", "can_read_tickets"));
        keyed(secret).get("/tickets/100001").then().statusCode(200);
    }

    @Test
    void aKeysOwnLimitCountsForIt() {
        JsonPath key = made(",\"requestsPerSecond\":50");

        keyed(key.getString("secret"))
                .get("/tickets/100001")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", containsString("q=50;w=1"));
        changed(key, "{\"requestsPerSecond\":null}");
        keyed(key.getString("secret")).get("/tickets/100001").then().header("RateLimit-Policy", nullValue());
    }

    /** Another gateway, or somebody by hand: five seconds are promised. */
    @Test
    void aChangeThatWasMadeElsewhereCountsWithinFiveSeconds() throws SQLException {
        JsonPath key = made("");
        String secret = key.getString("secret");
        keyed(secret).get("/tickets/100001").then().statusCode(200);

        run("UPDATE ticketwire_key SET active = 0 WHERE id = " + key.getInt("id"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> keyed(secret).get("/tickets/100001").then().statusCode(401));
    }

    @Test
    void aKeyIsNoLongerValidWhenItExpires() {
        JsonPath key = made(",\"expires\":\"" + Instant.now().minusSeconds(60) + "\"");

        keyed(key.getString("secret"))
                .get("/tickets/100001")
                .then()
                .statusCode(401)
                .body("code", equalTo("api-key-expired"));

        changed(key, "{\"expires\":\"2099-01-01T00:00:00Z\"}").body("expires", equalTo("2099-01-01T00:00:00Z"));
        keyed(key.getString("secret")).get("/tickets/100001").then().statusCode(200);
        changed(key, "{\"expires\":null}").body("expires", nullValue());
    }

    @Test
    void aKeyIsGoodFromTheNetworksOfItsListAlone() {
        JsonPath key = made(",\"addresses\":[\"10.1.0.0/16\",\"2001:db8::/32\"]");
        String secret = key.getString("secret");

        keyed(secret).get("/tickets/100001").then().statusCode(401).body("code", equalTo("api-key-unknown"));
        changed(key, "{\"addresses\":[\"127.0.0.0/8\",\"::1\"]}");
        keyed(secret).get("/tickets/100001").then().statusCode(200);
    }

    @Test
    void bothSecretsCountUntilTheOverlapIsOver() {
        JsonPath key = made("");
        String old = key.getString("secret");

        String fresh = rotated(key, "{}").getString("secret");
        keyed(old).get("/tickets/100001").then().statusCode(200);
        keyed(fresh).get("/tickets/100001").then().statusCode(200);
        operator()
                .get(one(key))
                .then()
                .body("secrets", hasSize(2))
                .body("secrets[0].validUntil", matchesPattern("20.*Z"));

        String freshest = rotated(key, "{\"overlapSeconds\":0}").getString("secret");
        keyed(old).get("/tickets/100001").then().statusCode(401);
        keyed(fresh).get("/tickets/100001").then().statusCode(401);
        keyed(freshest).get("/tickets/100001").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"overlapSeconds\":-1}|overlapSeconds",
                "{\"overlapSeconds\":7776001}|overlapSeconds",
                "{\"name\":\"Mine\"}|name",
            })
    void aRotationTakesAnOverlapAndNothingElse(String body, String member) {
        JsonPath key = made("");

        operator().body(body).post(one(key) + "/rotate").then().statusCode(400).body("field", equalTo(member));
        operator().get(one(key)).then().body("secrets", hasSize(1));
    }

    @Test
    void aRevokedKeyIsGone() {
        JsonPath key = made("");

        operator().delete(one(key)).then().statusCode(204);

        keyed(key.getString("secret")).get("/tickets/100001").then().statusCode(401);
        operator().get(one(key)).then().statusCode(404).body("code", equalTo("key-not-found"));
        operator().delete(one(key)).then().statusCode(404);
    }

    @Test
    void oneOfOsTicketsKeysIsChangedWhereOsTicketKeepsIt() throws SQLException {
        int id = Integer.parseInt(value("SELECT id FROM ost_api_key WHERE apikey = '" + READ_ONLY + "'"));
        URI url = management.resolve("/keys/" + id);

        operator()
                .body("{\"permissions\":[\"can_read_stats\"]}")
                .patch(url)
                .then()
                .statusCode(200);
        keyed(READ_ONLY).get("/tickets/100001").then().statusCode(401);
        assertThat(value("SELECT CONCAT(can_read_tickets, can_read_stats) FROM ost_api_key WHERE id = " + id))
                .isEqualTo("01");

        operator().body("{\"name\":\"Mine\"}").patch(url).then().statusCode(409).body("code", equalTo("osticket-key"));
        operator().post(url + "/rotate").then().statusCode(409);
        operator().delete(url).then().statusCode(204);
        assertThat(value("SELECT isactive FROM ost_api_key WHERE id = " + id)).isEqualTo("0");
    }

    @Test
    void theDepartmentsOfAKeyTravelWithItsCommands() {
        JsonPath key = made(",\"departments\":[4,2]");
        changed(key, "{\"permissions\":[\"can_create_tickets\"]}").body("departments", contains(2, 4));

        keyed(key.getString("secret"))
                .header("Prefer", "respond-async")
                .body("{\"name\":\"Bo\",\"email\":\"bo@bound.example\",\"subject\":\"bound\",\"message\":\"m\"}")
                .post("/tickets")
                .then()
                .statusCode(202);

        // It was answered before the other end of the topic has it.
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                all(record -> key.getString("id").equals(header(record, CommandHeaders.API_KEY))))
                        .singleElement()
                        .satisfies(command -> assertThat(header(command, CommandHeaders.DEPARTMENTS))
                                .isEqualTo("2,4")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"}|name",
                "{\"name\":7}|name",
                "{\"active\":\"yes\"}|active",
                "{\"permissions\":null}|permissions",
                "{\"permissions\":[\"can_do_everything\"]}|permissions",
                "{\"departments\":[]}|departments",
                "{\"departments\":[99]}|departments",
                "{\"departments\":[\"Workshop\"]}|departments",
                "{\"addresses\":[\"10.1.0.0/33\"]}|addresses",
                "{\"addresses\":[\"example.org\"]}|addresses",
                "{\"addresses\":[]}|addresses",
                "{\"expires\":\"tomorrow\"}|expires",
                "{\"expires\":\"+20270-01-31T00:00:00Z\"}|expires",
                "{\"requestsPerSecond\":0}|requestsPerSecond",
                "{\"inFlight\":1.5}|inFlight",
                "{\"seesNotes\":null}|seesNotes",
                "{\"maySubscribe\":1}|maySubscribe",
                "{\"secret\":\"mine\"}|secret",
                "{\"overlapSeconds\":0}|overlapSeconds",
            })
    void whatMeansNothingIsRefusedByNameAndChangesNothing(String body, String member) {
        JsonPath key = made("");

        operator()
                .body(body)
                .patch(one(key))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(member));

        assertThat(operator().get(one(key)).jsonPath().getString("name")).isEqualTo("Monitoring");
    }

    @Test
    void aKeyThatMayNotSeeNotesStaysSoWhateverElseIsChanged() throws SQLException {
        JsonPath own = made(",\"seesNotes\":false");
        int osTickets = Integer.parseInt(value("SELECT id FROM ost_api_key WHERE apikey = '" + READ_ONLY + "'"));
        URI other = management.resolve("/keys/" + osTickets);
        operator().body("{\"seesNotes\":false}").patch(other).then().body("seesNotes", equalTo(false));

        changed(own, "{\"active\":false}").body("seesNotes", equalTo(false));
        assertThat(rotated(own, "{}").getBoolean("seesNotes")).isFalse();
        operator().delete(other).then().statusCode(204);
        operator().get(other).then().body("seesNotes", equalTo(false));

        changed(own, "{\"seesNotes\":true}").body("seesNotes", equalTo(true));
    }

    @Test
    void permissionsCanBeGivenAndTakenOneByOne() {
        JsonPath key = made("");

        changed(key, "{\"permissions\":{\"can_read_stats\":true}}")
                .body("permissions", contains("can_read_tickets", "can_read_stats"));
        changed(key, "{\"permissions\":{\"can_read_tickets\":false,\"can_read_stats\":true}}")
                .body("permissions", contains("can_read_stats"));
        operator()
                .body("{\"permissions\":{\"can_read_stats\":\"yes\"}}")
                .patch(one(key))
                .then()
                .statusCode(400)
                .body("field", equalTo("permissions"));
    }

    @Test
    void whatASecondForwardedHeaderSaysCountsAsInOneHeader() throws SQLException {
        run("INSERT INTO ost_config (namespace, `key`, value, updated)"
                + " VALUES ('core', 'trusted_proxies', '127.0.0.1', NOW())");
        snapshot.refresh();
        try {
            String secret = made(",\"addresses\":[\"10.1.0.5\"]").getString("secret");

            keyed(secret)
                    .header("X-Forwarded-For", "10.1.0.5")
                    .get("/tickets/100001")
                    .then()
                    .statusCode(200);
            keyed(secret)
                    .header("X-Forwarded-For", "10.1.0.5", "192.0.2.66")
                    .get("/tickets/100001")
                    .then()
                    .statusCode(401);
        } finally {
            run("DELETE FROM ost_config WHERE `key` = 'trusted_proxies'");
            snapshot.refresh();
        }
    }

    @Test
    void aHundredLongAddressesAreKeptWhole() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("\"2001:db8:aaaa:bbbb:cccc:dddd:eeee:")
                    .append(1000 + i)
                    .append("/128\"");
        }
        JsonPath key = made(",\"addresses\":[" + list + "]");

        assertThat(operator().get(one(key)).jsonPath().getList("addresses", String.class))
                .hasSize(100)
                .contains("2001:db8:aaaa:bbbb:cccc:dddd:eeee:1099/128");
    }

    @Test
    void whatNobodyCanReadStaysOffUntilItIsSaidAnewAndTheRestStays() throws SQLException {
        JsonPath key = made(",\"addresses\":[\"127.0.0.1\"]");
        run("UPDATE ticketwire_key_settings SET departments = '2,x', expires = '0000-00-00' WHERE key_id = "
                + key.getInt("id"));

        changed(key, "{\"name\":\"Renamed\"}").body("departments", hasSize(0));
        keyed(key.getString("secret")).get("/tickets/100001").then().statusCode(401);
        changed(key, "{\"departments\":[2]}").body("expires", equalTo("1970-01-01T00:00:01Z"));
        keyed(key.getString("secret")).get("/tickets/100001").then().statusCode(401);
        changed(key, "{\"expires\":null}").body("addresses", contains("127.0.0.1"));
        keyed(key.getString("secret")).get("/tickets/100001").then().statusCode(200);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        operator()
                .body("[]")
                .post(management.resolve("/keys"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"));
        operator().body("{").post(management.resolve("/keys")).then().statusCode(400);
        operator()
                .body("{}")
                .post(management.resolve("/keys"))
                .then()
                .statusCode(400)
                .body("field", equalTo("name"));
        operator().get(management.resolve("/keys/x")).then().statusCode(404);
    }

    @Test
    void settingsThatNobodyCanReadMakeAKeyUseless() throws SQLException {
        JsonPath key = made("");
        run("UPDATE ticketwire_key_settings SET departments = 'everything' WHERE key_id = " + key.getInt("id"));
        snapshot.refresh();

        keyed(key.getString("secret"))
                .get("/tickets/100001")
                .then()
                .statusCode(401)
                .body("code", equalTo("api-key-inactive"));
    }

    @Test
    void everyEndpointIsListedWithItsPermission() {
        operator()
                .get(management.resolve("/operations"))
                .then()
                .statusCode(200)
                .body("items.path", hasItems("/api/tickets-get.php/{ticket_number}.json", "/tickets/bulk"))
                .body("items.find { it.path == '/tickets-stats' }.permission", equalTo("can_read_stats"))
                .body("items.find { it.path == '/tickets-stats' }.orElse", equalTo("can_read_tickets"));
    }

    private JsonPath made(String more) {
        Response answer = operator().body(READS.formatted(more)).post(management.resolve("/keys"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private JsonPath rotated(JsonPath key, String body) {
        Response answer = operator().body(body).post(one(key) + "/rotate");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private ValidatableResponse changed(JsonPath key, String body) {
        return operator().body(body).patch(one(key)).then().statusCode(200);
    }

    private URI one(JsonPath key) {
        return management.resolve("/keys/" + key.getInt("id"));
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + GatewayResource.OPERATOR_TOKEN)
                .contentType(ContentType.JSON);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<String> stored() throws SQLException {
        return column("SELECT CONCAT_WS(' ', digest, prefix, key_id) FROM ticketwire_key_secret");
    }

    private String value(String sql) throws SQLException {
        return Objects.requireNonNull(column(sql).getFirst());
    }

    private List<String> column(String sql) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
