package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.testsupport.TestIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators look for commands in the inbox, on a real database. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class CommandSearchIT {
    private static final UUID BULK = UUID.fromString("01a20ef0-3ecb-7b44-afeb-9ce0ccd3fbfc");
    private static final String MANY = " FROM seq_1_to_12000"; // More than one stretch.

    @ConfigProperty(name = "ticketwire.db.url")
    String url;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    @BeforeEach
    void threeCommandsAndManyOlderOnes() throws SQLException {
        run("INSERT INTO ticketwire_command (id, kind, api_key_id, fingerprint, state, outcome, applied_at)"
                + " SELECT UUID(), 'ticket.open.v1', 7, '', 'applied', '{}', NOW() - INTERVAL 3 HOUR - INTERVAL seq SECOND"
                + MANY);
        add(
                item(0),
                7,
                "100001",
                "applied",
                "{\"state\":\"applied\",\"id\":\"x\",\"number\":\"100001\",\"ticketId\":5}",
                30);
        add(
                item(1),
                8,
                null,
                "rejected",
                "{\"state\":\"rejected\",\"id\":\"x\",\"refusal\":{\"code\":\"status-not-found\","
                        + "\"status\":404,\"text\":\"Status not found\",\"field\":\"statusId\"}}",
                20);
        add(
                item(2),
                9,
                null,
                "failed",
                "{\"state\":\"failed\",\"id\":\"x\",\"attempts\":3,\"reason\":\"it broke\"}",
                10);
        run("INSERT INTO ticketwire_command (id, kind, api_key_id, fingerprint, state, outcome, applied_at)"
                + " VALUES ('oldest', 'ticket.open.v1', 4, '', 'applied', '{}', NOW() - INTERVAL 9 DAY)");
    }

    private static String item(int index) {
        return BulkId.item(BULK, index).toString();
    }

    private void add(String id, int key, @Nullable String ticket, String state, String outcome, int secondsAgo)
            throws SQLException {
        run(
                "INSERT INTO ticketwire_command (id, kind, api_key_id, ticket_number, fingerprint, state, outcome, attempts,"
                        + " traceparent, accepted_at, applied_at) VALUES ('" + id + "', 'ticket.update.v1', " + key
                        + ", "
                        + (ticket == null ? "NULL" : "'" + ticket + "'") + ", '', '" + state + "', '" + outcome
                        + "', 1,"
                        + " '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '2026-11-30 12:00:00.123',"
                        + " NOW() - INTERVAL " + secondsAgo + " SECOND)");
    }

    @AfterEach
    void remove() throws SQLException {
        run("DELETE FROM ticketwire_command");
    }

    private static Response ask(String query) {
        return given().header(TestIdentity.HEADER, TestIdentity.token("ticket-query-service", Identity.GATEWAY))
                .get("/commands?" + query);
    }

    private static ValidatableResponse found(String query) {
        return ask(query).then().statusCode(200);
    }

    @Test
    void aKeyMayNotLook() {
        Identity key = new Identity(1, Departments.ALL, true);
        given().header(TestIdentity.HEADER, TestIdentity.token("ticket-query-service", key))
                .get("/commands")
                .then()
                .statusCode(404);
    }

    @Test
    void anAppliedCommandIsShownWithItsTimesInUtc() {
        JsonPath row =
                found("ticket=100001").body("commands", hasSize(1)).extract().jsonPath();

        assertThat(row.getString("commands[0].id")).isEqualTo(item(0));
        assertThat(row.getString("commands[0].kind")).isEqualTo("ticket.update.v1");
        assertThat(row.getInt("commands[0].keyId")).isEqualTo(7);
        assertThat(row.getString("commands[0].acceptedAt")).isEqualTo("2026-11-30T12:00:00.123Z");
        assertThat(Instant.parse(row.getString("commands[0].appliedAt")))
                .isBetween(Instant.now().minusSeconds(120), Instant.now());
        assertThat(row.getString("commands[0].traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(row.getString("commands[0].code")).isNull();
        assertThat(row.getString("next")).isNull();
    }

    @Test
    void aRefusalAndAFailureAreShownWithTheirReason() {
        found("key=8")
                .body("commands[0].status", equalTo(404))
                .body("commands[0].code", equalTo("status-not-found"))
                .body("commands[0].detail", equalTo("Status not found"))
                .body("commands[0].field", equalTo("statusId"))
                .body("commands[0].ticket", nullValue());
        found("id=" + item(2))
                .body("commands[0].state", equalTo("failed"))
                .body("commands[0].code", equalTo("internal-error"))
                .body("commands[0].detail", equalTo("it broke"));
    }

    @Test
    void conditionsAddUpAndTheNewestComesFirst() {
        found("limit=3").body("commands.id", equalTo(List.of(item(2), item(1), item(0))));
        found("state=failed&state=rejected&limit=100").body("commands.id", equalTo(List.of(item(2), item(1))));
        found("ticket=100001&key=8").body("commands", hasSize(0)).body("next", nullValue());
        found("bulk=" + BULK + "&first=1&count=2").body("commands.id", equalTo(List.of(item(2), item(1))));
    }

    @Test
    void pagesNeitherRepeatNorLeaveOutACommandAlsoOfTheSameSecond() throws SQLException {
        run("UPDATE ticketwire_command SET applied_at = '2026-11-30 12:00:00' WHERE api_key_id = 7");
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = found("key=7&limit=100" + next).extract().jsonPath();
            seen.addAll(page.getList("commands.id"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(seen).hasSize(12_001).doesNotHaveDuplicates();
    }

    @Test
    void whatIsFarBackIsFoundBehindStretchesWithoutAnyHit() {
        found("key=4").body("commands.id", equalTo(List.of("oldest"))).body("next", nullValue());
        found("key=12345").body("commands", hasSize(0)).body("next", nullValue());
    }

    @Test
    void theIndexesThatASearchNeedsAreUsed() throws SQLException {
        run("ANALYZE TABLE ticketwire_command");

        assertThat(plan("SELECT id FROM ticketwire_command WHERE ticket_number IN ('100001')"))
                .isEqualTo("of_ticket");
        assertThat(
                        plan(
                                "SELECT CAST(applied_at AS CHAR), id FROM ticketwire_command WHERE TRUE AND applied_at <= NOW()"
                                        + " AND (applied_at < NOW() OR id < 'x') ORDER BY applied_at DESC, id DESC LIMIT 1 OFFSET 9999"))
                .isEqualTo("expiry");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=101, limit",
        "state=accepted, state",
        "id=1, id",
        "key=x, key",
        "ticket=123456789012345678901, ticket",
        "after=x, after",
        "colour=red, colour"
    })
    void whatIsNotUnderstoodIsRefused(String query, String field) {
        ask(query).then().statusCode(400).body("field", equalTo(field));
    }

    private String plan(String sql) throws SQLException {
        try (Connection root = root();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery("EXPLAIN " + sql)) {
            row.next();
            return row.getString("key");
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection root = root();
                Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection root() throws SQLException {
        return DriverManager.getConnection(url, rootUser, rootPassword);
    }
}
