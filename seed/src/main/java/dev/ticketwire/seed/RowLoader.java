package dev.ticketwire.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Loads rows into a table: by LOAD DATA if the server accepts it from clients, else by inserts. */
enum RowLoader {
    LOAD_DATA {
        @Override
        int send(Connection connection, String table, String columns, TableRows rows) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows.stream());
                return statement.executeUpdate("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table
                        + " CHARACTER SET utf8mb4 (" + columns + ")");
            }
        }
    },
    INSERT {
        @Override
        int send(Connection connection, String table, String columns, TableRows rows) throws SQLException {
            int width = columns.split(",").length;
            String sql = "INSERT INTO " + table + " (" + columns + ") VALUES ("
                    + String.join(", ", Collections.nCopies(width, "?")) + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(rows.stream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] values = line.split("\t", -1);
                    for (int i = 0; i < width; i++) {
                        statement.setString(i + 1, plain(values[i]));
                    }
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** The fastest way that this server allows. */
    static RowLoader fastest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@local_infile")) {
            row.next();
            return row.getBoolean(1) ? LOAD_DATA : INSERT;
        }
    }

    /** @throws SQLException if a row is not stored: LOAD DATA from a client only warns about rejected rows */
    void load(Connection connection, String table, String columns, TableRows rows) throws SQLException {
        int stored = send(connection, table, columns, rows);
        if (stored != rows.count()) {
            throw new SQLException(table + " took " + stored + " of " + rows.count() + " rows");
        }
    }

    abstract int send(Connection connection, String table, String columns, TableRows rows) throws SQLException;

    private static @Nullable String plain(String written) {
        return written.equals("\\N")
                ? null
                : written.replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\");
    }
}
