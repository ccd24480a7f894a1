package dev.ticketwire.setup.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database and a user of it.
 *
 * @param host name or address of the server
 * @param name of the database
 */
public record Database(String host, int port, String name, String user, String password) {

    /** @return the JDBC address, without user and password */
    public String url() {
        return "jdbc:mariadb://" + host + ":" + port + "/" + name;
    }

    /** @return the same server and user, another database */
    public Database named(String other) {
        return new Database(host, port, other, user, password);
    }

    /** @return the same database, another user */
    public Database as(String otherUser, String otherPassword) {
        return new Database(host, port, name, otherUser, otherPassword);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?connectTimeout=3000&sessionVariables=sql_mode=''", user, password);
    }

    /** @return whether it accepts connections now */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return url() + " as " + user;
    }
}
