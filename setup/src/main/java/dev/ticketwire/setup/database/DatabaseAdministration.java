package dev.ticketwire.setup.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates databases for help desks, and the database user of the services. */
public final class DatabaseAdministration {
    private DatabaseAdministration() {}

    /** Creates the empty database {@code name} if it does not exist; {@code root} is the server's administrator. */
    public static void createDatabase(Database root, String name) {
        execute(root, "CREATE DATABASE IF NOT EXISTS " + quoted(name) + " CHARACTER SET utf8mb3");
    }

    public static void dropDatabase(Database root, String name) {
        execute(root, "DROP DATABASE IF EXISTS " + quoted(name));
    }

    /** @return whether the database has no tables */
    public static boolean isEmpty(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SHOW TABLES")) {
            return !tables.next();
        } catch (SQLException e) {
            throw failed(database, e);
        }
    }

    /**
     * Lets {@code service} read and write the rows of its database and follow the server's binary log, and nothing
     * else.
     *
     * @param root the administrator of the same server
     * @param from address from which the service connects, {@code %} for any
     */
    public static void grantRowsAndLog(Database root, Database service, String from) {
        String user = text(service.user()) + "@" + text(from);
        execute(
                root,
                "CREATE USER IF NOT EXISTS " + user,
                "ALTER USER " + user + " IDENTIFIED BY " + text(service.password()),
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + quoted(service.name()) + ".* TO " + user,
                "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO " + user);
    }

    private static void execute(Database database, String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failed(database, e);
        }
    }

    private static IllegalStateException failed(Database database, SQLException e) {
        return new IllegalStateException("the database " + database + " refused: " + e.getMessage(), e);
    }

    /** Names and passwords cannot be parameters of these statements. */
    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** A literal where backslashes escape, as in every session of {@link Database#connect}. */
    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
