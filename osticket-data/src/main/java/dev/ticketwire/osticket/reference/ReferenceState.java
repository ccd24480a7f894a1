package dev.ticketwire.osticket.reference;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Detects changes of the reference tables without reading them: by the server's checksum of each, and by the columns of
 * the two tables that osTicket alters with its forms.
 *
 * @param marks equal as long as nothing has changed
 */
record ReferenceState(List<String> marks) {
    private static final String COLUMNS = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND table_name IN (?, ?) ORDER BY table_name, ordinal_position";

    /** @param tables the reference tables, with their prefix */
    static ReferenceState of(Connection connection, Collection<String> tables) throws SQLException {
        List<String> marks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("CHECKSUM TABLE " + String.join(", ", tables))) {
            add(rows, marks);
        }
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, TablePrefix.value() + "ticket__cdata");
            statement.setString(2, TablePrefix.value() + "user__cdata");
            try (ResultSet rows = statement.executeQuery()) {
                add(rows, marks);
            }
        }
        return new ReferenceState(List.copyOf(marks));
    }

    private static void add(ResultSet rows, List<String> marks) throws SQLException {
        while (rows.next()) {
            marks.add(rows.getString(1) + ' ' + rows.getString(2));
        }
    }
}
