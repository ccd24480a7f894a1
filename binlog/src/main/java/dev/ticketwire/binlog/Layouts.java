package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layouts of the captured tables at the place up to which a log has been read. What is not known is read from the
 * database when rows come.
 */
final class Layouts {
    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.column_type, IFNULL(c.character_set_name, ''), t.engine
            FROM information_schema.columns c JOIN information_schema.tables t
              ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = ? ORDER BY c.table_name, c.ordinal_position""";

    private final CapturedTables tables;
    private final Now now;
    private final Map<String, TableLayout> known = new HashMap<>();
    private @Nullable Map<String, String> texts;

    /** Reads the layouts as they are now. */
    @FunctionalInterface
    interface Now {
        Map<String, TableLayout> read();
    }

    /** @param at layouts in the form of {@link LogPlace#layouts} */
    Layouts(CapturedTables tables, Map<String, String> at, Now now) {
        this.tables = tables;
        this.now = now;
        at.forEach((table, text) -> {
            TableLayout layout = TableLayout.parse(text);
            if (layout != null) {
                known.put(table, layout);
            }
        });
    }

    /**
     * The layouts as they are now, by the captured tables' names.
     *
     * @throws UnreadableBinlogException if a table's engine has no snapshots, or a wanted column is missing
     * @throws SQLException also if a table does not exist: it may be about to be made anew
     */
    static Map<String, TableLayout> read(Connection connection, CapturedTables tables) throws SQLException {
        Map<String, TableLayout> layouts = new HashMap<>();
        Map<String, List<Column>> columns = columns(connection, tables, true);
        for (CapturedTable table : tables.all()) {
            List<Column> ofTable = columns.get(table.name());
            if (ofTable == null) {
                throw new SQLException("there is no table " + CapturedTables.physicalName(table.name()));
            }
            TableLayout layout = new TableLayout(ofTable);
            if (!layout.hasAll(table.columns())) {
                throw new UnreadableBinlogException(
                        Gap.SETTINGS,
                        CapturedTables.physicalName(table.name()) + " lacks a column of " + table.columns());
            }
            layouts.put(table.name(), layout.brief(table.columns()));
        }
        return layouts;
    }

    /** As {@link #read}, without the tables that cannot be read. */
    static Map<String, TableLayout> readable(Connection connection, CapturedTables tables) throws SQLException {
        Map<String, TableLayout> layouts = new HashMap<>();
        Map<String, List<Column>> columns = columns(connection, tables, false);
        for (CapturedTable table : tables.all()) {
            List<Column> ofTable = columns.get(table.name());
            if (ofTable != null && new TableLayout(ofTable).hasAll(table.columns())) {
                layouts.put(table.name(), new TableLayout(ofTable).brief(table.columns()));
            }
        }
        return layouts;
    }

    private static Map<String, List<Column>> columns(Connection connection, CapturedTables tables, boolean isStrict)
            throws SQLException {
        Map<String, List<Column>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, tables.database());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    CapturedTable table = tables.ofName(row.getString(1));
                    if (table != null && isInnoDb(row, isStrict)) {
                        columns.computeIfAbsent(table.name(), name -> new ArrayList<>())
                                .add(new Column(row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
            }
        }
        return columns;
    }

    private static boolean isInnoDb(ResultSet row, boolean isStrict) throws SQLException {
        boolean isInnoDb = "InnoDB".equalsIgnoreCase(row.getString(5));
        if (isStrict && !isInnoDb) {
            throw new UnreadableBinlogException(Gap.SETTINGS, row.getString(1) + " is not kept by InnoDB");
        }
        return isInnoDb;
    }

    static Map<String, String> texts(Map<String, TableLayout> layouts) {
        Map<String, String> texts = new HashMap<>();
        layouts.forEach((table, layout) -> texts.put(table, layout.text()));
        return Map.copyOf(texts);
    }

    /** In the form of {@link LogPlace#layouts}. */
    Map<String, String> texts() {
        Map<String, String> made = texts;
        if (made == null) {
            made = texts(known);
            texts = made;
        }
        return made;
    }

    /** @return null if it is not known without asking the database */
    @Nullable
    TableLayout known(String table) {
        return known.get(table);
    }

    void forget(String table) {
        known.remove(table);
        texts = null;
    }

    /** @param sql an {@code ALTER TABLE} of the table */
    void alter(CapturedTable table, String sql) {
        TableLayout before = known.get(table.name());
        TableLayout after = before == null ? null : AlteredLayout.of(before, sql, table.columns());
        forget(table.name());
        if (after != null) {
            known.put(table.name(), after);
        }
    }

    /**
     * The layout of rows that follow.
     *
     * @throws UnreadableBinlogException if the table has changed again since they were written
     */
    TableLayout of(CapturedTable table, TableMap map) {
        TableLayout layout = known.get(table.name());
        if (layout == null || !fits(layout, table, map)) {
            layout = now.read().get(table.name());
            if (layout == null || !fits(layout, table, map)) {
                throw new UnreadableBinlogException(
                        "the columns of " + map.table() + " were changed again before its rows were read");
            }
            known.put(table.name(), layout);
            texts = null;
        }
        return layout;
    }

    private static boolean fits(TableLayout layout, CapturedTable table, TableMap map) {
        return layout.fits(map) && layout.hasAll(table.columns());
    }

    CapturedTables tables() {
        return tables;
    }
}
