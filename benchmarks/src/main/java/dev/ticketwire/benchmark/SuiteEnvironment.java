package dev.ticketwire.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses and credentials of the running suite, from the file {@code env} of {@code ./ticketwire up}; environment
 * variables take precedence.
 */
final class SuiteEnvironment {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^([A-Z_]+)='(.*)'$");
    /** Session settings of the services: PHP's SQL modes and time zone. */
    private static final String SESSION =
            "?connectTimeout=3000&sessionVariables=sql_mode='',time_zone='SYSTEM',join_cache_level=0";

    private final Map<String, String> values = new HashMap<>();

    private final Path home;

    private SuiteEnvironment(Path home) {
        this.home = home;
    }

    /** @throws IllegalStateException if no suite is running there */
    static SuiteEnvironment of(Path home) throws IOException {
        SuiteEnvironment environment = only(home);
        environment.values.putAll(System.getenv());
        return environment;
    }

    /** As {@link #of}, of the file alone. */
    static SuiteEnvironment only(Path home) throws IOException {
        Path file = home.resolve("env").normalize();
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "No suite is running: " + file + " is missing. Start it by ./ticketwire up.");
        }
        SuiteEnvironment environment = new SuiteEnvironment(home);
        Matcher matcher = ASSIGNMENT.matcher(Files.readString(file));
        while (matcher.find()) {
            environment.values.put(matcher.group(1), matcher.group(2).replace("'\\''", "'"));
        }
        return environment;
    }

    String gateway() {
        return required("GATEWAY_URL");
    }

    URI metrics() {
        return URI.create(required("MANAGEMENT_URL") + "/q/metrics");
    }

    /**
     * The address of a service.
     *
     * @param label {@code query}, {@code subticket} or {@code stats}
     */
    URI service(String label) {
        return URI.create(required(label.toUpperCase(Locale.ROOT) + "_URL"));
    }

    /** The private key with which the gateway signs requests to the services. */
    String identityKey() throws IOException {
        return Files.readString(home.resolve("secrets").resolve("identity")).split(" ", 2)[0];
    }

    String kafka() {
        return required("KAFKA_BOOTSTRAP");
    }

    /**
     * A connection like those of the services, but as the administrator of the embedded database.
     *
     * @throws IllegalStateException if the suite uses an existing database, whose administrator is unknown
     */
    Connection database() throws SQLException {
        return database("");
    }

    /** As above, with statements prepared on the server, as in the query service. */
    Connection preparingDatabase() throws SQLException {
        return database("&useServerPrepStmts=true");
    }

    private Connection database(String options) throws SQLException {
        String user = required("DB_ROOT_USER");
        String url = "jdbc:mariadb://" + required("DB_HOST") + ":" + required("DB_PORT") + "/" + required("DB_NAME");
        Connection connection =
                DriverManager.getConnection(url + SESSION + options, user, values.get("DB_ROOT_PASSWORD"));
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException(name + " is empty in the suite's env; set it in the environment.");
        }
        return value;
    }
}
