package dev.ticketwire.setup.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A database and a user of it.
 *
 * @param host name or address of the server
 * @param name of the database
 * @param options of the driver, such as {@code sslMode=verify-full&serverSslCert=…}; may be empty
 */
public record Database(String host, int port, String name, String user, String password, String options) {
    /** Access denied, to the server or the database; no such database. Waiting does not help. */
    private static final Set<Integer> FINAL = Set.of(1044, 1045, 1049);

    private static final int DEFAULT_PORT = 3306;

    public Database(String host, int port, String name, String user, String password) {
        this(host, port, name, user, password, "");
    }

    /**
     * @param url {@code jdbc:mariadb://host[:port]/database[?options]}
     * @throws IllegalArgumentException if it is not of this form; the message continues a sentence about it
     */
    public static Database at(String url, String user, String password) {
        try {
            URI uri = new URI(url.replaceFirst("^jdbc:", ""));
            String path = uri.getPath() == null ? "" : uri.getPath();
            if (!url.startsWith("jdbc:mariadb:") || uri.getHost() == null || path.length() < 2) {
                throw malformed();
            }
            int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            return new Database(uri.getHost(), port, path.substring(1), user, password, query);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must name one server and a database, like jdbc:mariadb://db:3306/osticket.");
    }

    /** @return the JDBC address, without user, password and options */
    public String url() {
        return "jdbc:mariadb://" + host + ":" + port + "/" + name;
    }

    /** @param more options of the driver, which are added to its own */
    String url(String more) {
        return url() + "?" + (options.isEmpty() ? "" : options + "&") + more;
    }

    /** @return the same server and user, another database */
    public Database named(String other) {
        return new Database(host, port, other, user, password, options);
    }

    /** @return the same database, another user */
    public Database as(String otherUser, String otherPassword) {
        return new Database(host, port, name, otherUser, otherPassword, options);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url("connectTimeout=3000&sessionVariables=sql_mode=''"), user, password);
    }

    /** @return whether it accepts connections now */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * @return why it does not accept connections yet; empty if it does
     * @throws IllegalStateException if waiting does not help
     */
    public Optional<String> missing() {
        try (Connection connection = connect()) {
            return connection.isValid(2) ? Optional.empty() : Optional.of("no answer");
        } catch (SQLException e) {
            if (FINAL.contains(e.getErrorCode())) {
                throw new IllegalStateException(
                        "The database " + url() + " refuses " + user + ": " + e.getMessage(), e);
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return url() + " as " + user;
    }
}
