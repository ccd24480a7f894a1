package dev.ticketwire.command.entry;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.filter.VisibilitySql;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TablePrefix;
import dev.ticketwire.osticket.sql.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The stored files that entries of a wave show by their keys. A caller with full read access may show any file, another
 * only files of entries that it may read. SVG files can contain scripts and are never shown.
 */
final class StoredPictures {
    private static final String READ = "can_read_tickets";
    private static final String FILES =
            "SELECT %d, f.`key`, f.id FROM {file} f WHERE f.`key` IN %s AND f.type NOT LIKE '%%svg%%'";
    private static final String ON_AN_ENTRY = " AND EXISTS (SELECT 1 FROM {attachment} a"
            + " JOIN {thread_entry} e ON e.id = a.object_id"
            + " JOIN {thread} h ON h.id = e.thread_id AND h.object_type IN ('T', 'C')"
            + " JOIN {ticket} t ON t.ticket_id = h.object_id WHERE a.type = 'H' AND a.file_id = f.id";

    private final Reference reference;
    private final Map<ReadAccess, Set<String>> wanted = new LinkedHashMap<>();
    private final Map<ReadAccess, Map<String, Integer>> found = new HashMap<>();

    StoredPictures(Reference reference) {
        this.reference = reference;
    }

    /** The read access of a caller. */
    private record ReadAccess(boolean tickets, Departments departments, boolean notes) {
        boolean isUnlimited() {
            return departments.areAll() && notes;
        }

        String condition() {
            return isUnlimited()
                    ? ""
                    : ON_AN_ENTRY + VisibilitySql.entries("e.type", notes) + VisibilitySql.and("t.dept_id", departments)
                            + ")";
        }
    }

    void want(ApiCaller caller, Set<String> keys) {
        ReadAccess access = access(caller);
        if (access.tickets && !keys.isEmpty()) {
            wanted.computeIfAbsent(access, any -> new LinkedHashSet<>()).addAll(keys);
        }
    }

    /** Sends one statement for all callers; none if no files are shown. */
    void find(Connection connection) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        List<ReadAccess> accesses = List.copyOf(wanted.keySet());
        List<String> parts = new ArrayList<>();
        for (ReadAccess access : accesses) {
            parts.add(FILES.formatted(parts.size(), Placeholders.in(keys(access).size())) + access.condition());
        }
        try (PreparedStatement statement =
                connection.prepareStatement(TablePrefix.named(String.join(" UNION ALL ", parts)))) {
            int index = 1;
            for (ReadAccess access : accesses) {
                index = Placeholders.bind(statement, index, keys(access));
                if (!access.isUnlimited()) {
                    index = VisibilitySql.bind(statement, index, access.departments);
                }
            }
            read(statement, accesses);
        }
    }

    /** Ids of the files that the caller may show. */
    Set<Integer> of(ApiCaller caller, Set<String> keys) {
        Map<String, Integer> files = found.getOrDefault(access(caller), Map.of());
        Set<Integer> ids = new LinkedHashSet<>();
        for (String key : keys) {
            Integer id = files.get(key.toLowerCase(Locale.ROOT));
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private Set<String> keys(ReadAccess access) {
        return wanted.getOrDefault(access, Set.of());
    }

    /** The column compares keys ignoring case. */
    private void read(PreparedStatement statement, List<ReadAccess> accesses) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(accesses.get(rows.getInt(1)), any -> new HashMap<>())
                        .putIfAbsent(rows.getString(2).toLowerCase(Locale.ROOT), rows.getInt(3));
            }
        }
    }

    private ReadAccess access(ApiCaller caller) {
        for (ApiKey key : reference.apiKeys()) {
            if (key.id() == caller.apiKey()) {
                return new ReadAccess(
                        key.granted().contains(READ),
                        caller.departments(),
                        key.settings().seesNotes());
            }
        }
        return new ReadAccess(false, caller.departments(), false);
    }
}
