package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients ask for a command again and again until it is handled: that must be cheap, and not notice lost connections. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class CommandLookUpIT {
    private static final String COMMAND = "/commands/0190c0de-0000-7000-8000-000000000002";
    private static final int MANY = 30;

    @ConfigProperty(name = "ticketwire.db.url")
    String url;

    @ConfigProperty(name = "test.root.user")
    String rootUser;

    @ConfigProperty(name = "test.root.password")
    String rootPassword;

    @BeforeEach
    void aHandledCommand() throws SQLException {
        run("INSERT INTO ticketwire_command (id, kind, api_key_id, fingerprint, state, outcome, applied_at) VALUES"
                + " ('0190c0de-0000-7000-8000-000000000002', 'open-ticket', 1, 'ab', 'applied', '{}', NOW())");
    }

    @AfterEach
    void remove() throws SQLException {
        run("DELETE FROM ticketwire_command");
    }

    /** Others use the server as well, so that more than the fewest is seen; a transaction each would be as many again. */
    @Test
    void aLookUpIsOneStatementAndNoTransaction() throws SQLException {
        lookUp();
        long selects = count("Com_select");
        long settings = count("Com_set_option");
        long commits = count("Com_commit");

        for (int i = 0; i < MANY; i++) {
            lookUp();
        }

        assertThat(count("Com_select") - selects).isBetween((long) MANY, 2L * MANY - 1);
        assertThat(count("Com_set_option") - settings).isLessThan(MANY);
        assertThat(count("Com_commit") - commits).isLessThan(MANY);
    }

    @Test
    void aLookUpGoesOnAfterTheServerEndedEveryConnection() throws SQLException {
        lookUp();

        assertThat(endConnections()).isPositive();

        lookUp();
    }

    private static void lookUp() {
        given().get(COMMAND).then().statusCode(200);
    }

    private long count(String variable) throws SQLException {
        try (Connection root = root();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + variable + "'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private int endConnections() throws SQLException {
        try (Connection root = root();
                Statement statement = root.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            for (long id : ids) {
                statement.execute("KILL CONNECTION " + id);
            }
            return ids.size();
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
