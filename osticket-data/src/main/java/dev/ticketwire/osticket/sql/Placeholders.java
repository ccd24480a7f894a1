package dev.ticketwire.osticket.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Lists of {@code ?} and their values. */
public final class Placeholders {
    private Placeholders() {}

    /**
     * {@code (?,?,?)}, a list for {@code IN}.
     *
     * @param count at least 1
     */
    public static String in(int count) {
        return "(" + list(count, "?") + ")";
    }

    /** {@code part,part,part}. @param count at least 1 */
    public static String list(int count, String part) {
        return (part + ",").repeat(count - 1) + part;
    }

    /**
     * Binds {@code values} from {@code index} on.
     *
     * @return the index after them
     */
    public static int bind(PreparedStatement statement, int index, Collection<?> values) throws SQLException {
        int next = index;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }
}
