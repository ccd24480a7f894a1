package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Look-ups by an {@code IN} list. */
record BareLookUp(Connection connection) {

    /** The first two columns of a row; the second is empty if there is only one. */
    record Pair(String first, String second) {}

    /** Runs a look-up and reads all rows. */
    List<Pair> pairs(String sql, Collection<String> in, String tail) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + marks(in.size()) + tail)) {
            int i = 0;
            for (String value : in) {
                statement.setString(++i, value);
            }
            try (ResultSet row = statement.executeQuery()) {
                return read(row);
            }
        }
    }

    private static List<Pair> read(ResultSet row) throws SQLException {
        List<Pair> found = new ArrayList<>();
        boolean isPair = row.getMetaData().getColumnCount() > 1;
        while (row.next()) {
            found.add(new Pair(row.getString(1), isPair ? row.getString(2) : ""));
        }
        return found;
    }

    static String marks(int count) {
        return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }
}
