package dev.ticketwire.gateway;

import static io.restassured.RestAssured.config;
import static io.restassured.config.RedirectConfig.redirectConfig;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A help desk that forces HTTPS, behind something that speaks it. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class HttpsIT extends WithCommandService {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot reference;

    @AfterEach
    void forceItNoLonger() throws SQLException {
        forceHttps("");
    }

    @Test
    void plainReadsAreSentToHttpsAndPlainWritesRefused() throws SQLException {
        forceHttps("on");

        key().get("/tickets/100001?x=1")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/tickets/100001?x=1"))
                .header("Strict-Transport-Security", nullValue());
        key().body("{}")
                .post("/api/tickets.json")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(equalTo("HTTPS Protocol Required"));
    }

    @Test
    void whatCameByHttpsIsServedAndToldToStayThere() throws SQLException {
        forceHttps("on");

        key().header("X-Forwarded-Proto", "https")
                .get("/tickets/100001")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void whereItIsNotForcedNobodyIsToldAnything() {
        key().header("X-Forwarded-Proto", "https")
                .get("/tickets/100001")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", nullValue());
    }

    private static RequestSpecification key() {
        return keyed(READ_ONLY).config(config().redirect(redirectConfig().followRedirects(false)));
    }

    private void forceHttps(String value) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM ost_config WHERE namespace = 'core' AND `key` = 'force_https'");
            statement.execute(
                    "INSERT INTO ost_config (namespace, `key`, value) VALUES ('core', 'force_https', '" + value + "')");
        }
        reference.refresh();
    }
}
