package dev.ticketwire.osticket.filter;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** SQL conditions that exclude the tickets and thread entries that the caller may not see. */
public final class VisibilitySql {
    private VisibilitySql() {}

    /** A condition on a department's id; begins with AND, or is empty if nothing is excluded. */
    public static String and(String column, Departments departments) {
        return departments.areAll()
                ? ""
                : " AND " + column + " IN " + Placeholders.in(departments.ids().size());
    }

    /**
     * A condition on an entry's type, without parameters; begins with AND, or is empty if internal notes are included.
     */
    public static String entries(String column, boolean withNotes) {
        return withNotes ? "" : " AND " + column + " <> 'N'";
    }

    /**
     * Sets the parameters of {@link #and}.
     *
     * @param from index of the first
     * @return the index after the last
     */
    public static int bind(PreparedStatement statement, int from, Departments departments) throws SQLException {
        int index = from;
        for (int id : departments.ids()) {
            statement.setInt(index++, id);
        }
        return index;
    }
}
