package dev.ticketwire.command.subticket;

import dev.ticketwire.osticket.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the parent column of tickets. Leaves the time of the last change as it is, like the plugin. */
final class ParentRows {
    private static final String SET = "UPDATE {ticket} SET ticket_pid = ? WHERE ticket_id IN :keys";

    private ParentRows() {}

    /** @param links parent by child */
    static void write(Connection connection, Map<Integer, Integer> links) throws SQLException {
        Map<Integer, List<Integer>> children = new TreeMap<>();
        links.forEach((child, parent) ->
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(child));
        for (Map.Entry<Integer, List<Integer>> family : children.entrySet()) {
            Statements.change(connection, SET, family.getValue(), family.getKey());
        }
    }

    static void clear(Connection connection, Collection<Integer> children) throws SQLException {
        Statements.change(connection, SET, children, (Object) null);
    }
}
