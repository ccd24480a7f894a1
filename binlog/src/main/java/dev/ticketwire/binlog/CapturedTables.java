package dev.ticketwire.binlog;

import dev.ticketwire.osticket.schema.TablePrefix;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The captured tables of one database. Names are compared as if it ignored the case of letters. */
final class CapturedTables {
    private final String database;
    private final List<CapturedTable> all;
    private final Map<String, CapturedTable> byPhysicalName = new HashMap<>();

    CapturedTables(String database, List<CapturedTable> all) {
        this.database = database;
        this.all = List.copyOf(all);
        all.forEach(table -> byPhysicalName.put(lower(physicalName(table.name())), table));
    }

    /** The table's name in the database. */
    static String physicalName(String table) {
        return TablePrefix.isOwn(table) ? table : TablePrefix.value() + table;
    }

    String database() {
        return database;
    }

    List<CapturedTable> all() {
        return all;
    }

    boolean isOurs(String otherDatabase) {
        return database.equalsIgnoreCase(otherDatabase);
    }

    /** @return null if the table is not captured */
    @Nullable
    CapturedTable find(String ofDatabase, String physicalName) {
        return isOurs(ofDatabase) ? ofName(physicalName) : null;
    }

    /** @return null if the table is not captured */
    @Nullable
    CapturedTable ofName(String physicalName) {
        return byPhysicalName.get(lower(physicalName));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
