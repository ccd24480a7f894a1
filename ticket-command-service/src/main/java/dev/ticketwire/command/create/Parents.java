package dev.ticketwire.command.create;

import dev.ticketwire.command.sql.Collation;
import dev.ticketwire.command.sql.Placeholders;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.osticket.schema.TablePrefix;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tickets that new ones are to hang under, locked: by number, else by internal id. */
final class Parents {
    private static final String EXISTING = " JOIN {ticket_status} s ON s.id = t.status_id WHERE ";
    private static final String BY_NUMBER =
            TablePrefix.named("SELECT t.ticket_id, t.number FROM {ticket} t" + EXISTING + "t.number IN ");
    private static final String BY_ID =
            TablePrefix.named("SELECT t.ticket_id FROM {ticket} t" + EXISTING + "t.ticket_id IN ");
    private static final String LOCK =
            TablePrefix.named("SELECT ticket_id, ticket_pid FROM {ticket} WHERE ticket_id IN ");

    private final Map<String, Integer> byNumber = new HashMap<>();
    private final Set<Integer> byId = new HashSet<>();
    /** By id: whether it has itself a parent. */
    private final Map<Integer, Boolean> locked = new HashMap<>();

    private Parents() {}

    static Parents find(Connection connection, Collection<String> inputs) throws SQLException {
        Parents parents = new Parents();
        Set<String> wanted = new TreeSet<>();
        inputs.stream().map(String::strip).filter(input -> !input.isEmpty()).forEach(wanted::add);
        if (wanted.isEmpty()) {
            return parents;
        }
        parents.readNumbers(connection, wanted);
        parents.readIds(connection, wanted);
        parents.lock(connection);
        return parents;
    }

    /**
     * @return null if the command names no parent
     * @throws Refused if it names one that does not exist or has itself a parent
     */
    @Nullable
    Integer of(OpenTicket command) {
        String input = command.parent();
        if (input == null) {
            return null;
        }
        Integer id = candidate(input.strip());
        Boolean isChild = id == null ? null : locked.get(id);
        if (isChild == null) {
            throw new Refused("parent-not-found", 400, "Parent ticket not found", "parentTicketNumber");
        }
        if (isChild) {
            throw new Refused(
                    "parent-is-child", 400, "Parent ticket cannot be a child of another ticket", "parentTicketNumber");
        }
        return id;
    }

    private @Nullable Integer candidate(String input) {
        Integer numbered = byNumber.get(Collation.key(input));
        if (numbered != null) {
            return numbered;
        }
        Integer id = asId(input);
        return id != null && byId.contains(id) ? id : null;
    }

    private static @Nullable Integer asId(String input) {
        boolean digits =
                !input.isEmpty() && input.length() < 10 && input.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.valueOf(input) : null;
    }

    private void readNumbers(Connection connection, Set<String> wanted) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(BY_NUMBER + Placeholders.in(wanted.size()) + " ORDER BY t.ticket_id")) {
            Placeholders.bind(statement, 1, wanted);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byNumber.putIfAbsent(Collation.key(rows.getString(2)), rows.getInt(1));
                }
            }
        }
    }

    private void readIds(Connection connection, Set<String> wanted) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        for (String input : wanted) {
            Integer id = byNumber.containsKey(Collation.key(input)) ? null : asId(input);
            if (id != null) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(BY_ID + Placeholders.in(ids.size()))) {
            Placeholders.bind(statement, 1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byId.add(rows.getInt(1));
                }
            }
        }
    }

    private void lock(Connection connection) throws SQLException {
        Set<Integer> ids = new TreeSet<>(byNumber.values());
        ids.addAll(byId);
        if (ids.isEmpty()) {
            return;
        }
        String sql = LOCK + Placeholders.in(ids.size()) + " ORDER BY ticket_id FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Placeholders.bind(statement, 1, List.copyOf(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    locked.put(rows.getInt(1), rows.getInt(2) != 0);
                }
            }
        }
    }
}
