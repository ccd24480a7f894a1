package dev.ticketwire.setup.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The statements of one of our own SQL files: each ends with a semicolon at the end of a line, and no line of a value
 * ends with one; comments have lines of their own.
 */
final class SqlScript {
    private static final Pattern COMMENT = Pattern.compile("^\\s*(--.*)?$");

    private SqlScript() {}

    /** @param bytes in UTF-8; closed */
    static List<String> statements(InputStream bytes) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (statement.isEmpty() && COMMENT.matcher(line).matches()) {
                    continue;
                }
                statement.append(line).append('\n');
                if (line.endsWith(";")) {
                    statements.add(statement.substring(0, statement.length() - 2));
                    statement.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!statement.isEmpty()) {
            throw new IllegalArgumentException("The last statement has no end.");
        }
        return statements;
    }

    static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
