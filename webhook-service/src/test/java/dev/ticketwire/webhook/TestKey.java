package dev.ticketwire.webhook;

import static io.restassured.RestAssured.given;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestSql;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A key of the help desk that may have webhooks, and requests in its name. */
public record TestKey(int id, Departments departments) {
    private static final AtomicInteger IDS = new AtomicInteger(910_000_000);
    private static final String SERVICE = "webhook-service";

    static Database database() {
        return TestInfrastructure.root().named(WebhookServiceResource.NAME);
    }

    /** @param departments {@code all} or ids separated by commas */
    public static TestKey add(String departments) throws SQLException {
        int id = IDS.incrementAndGet();
        String stored = departments.equals("all") ? "NULL" : "'" + departments + "'";
        TestSql.execute(
                database(),
                "INSERT INTO ticketwire_key (id, name, active, can_read_tickets, created) VALUES (" + id
                        + ", 'test', 1, 1, UTC_TIMESTAMP())",
                "INSERT INTO ticketwire_key_settings (key_id, departments, may_subscribe) VALUES (" + id + ", " + stored
                        + ", 1)");
        return new TestKey(id, Departments.parse(departments));
    }

    public void set(String assignments) throws SQLException {
        TestSql.execute(database(), "UPDATE ticketwire_key_settings SET " + assignments + " WHERE key_id = " + id);
    }

    public RequestSpecification request() {
        return given().contentType("application/json")
                .header(TestIdentity.HEADER, TestIdentity.token(SERVICE, new Identity(id, departments, true)));
    }

    public static RequestSpecification operator() {
        return given().contentType("application/json")
                .header(TestIdentity.HEADER, TestIdentity.token(SERVICE, Identity.GATEWAY));
    }

    /** @return its id */
    public int subscribe(String body) {
        return request()
                .body(body)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
