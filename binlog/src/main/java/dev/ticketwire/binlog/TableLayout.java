package dev.ticketwire.binlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a table in their order, because the log contains no names. */
record TableLayout(List<Column> columns) {
    private static final String COLUMN = "\n";
    private static final String PART = "\t";

    /** @return -1 if there is none */
    int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the values of these columns can be read. */
    boolean hasAll(Collection<String> names) {
        return names.stream()
                .allMatch(name -> place(name) >= 0 && !columns.get(place(name)).isBrief());
    }

    /** Whether rows that the log describes so may be of this layout. */
    boolean fits(TableMap map) {
        if (map.types().length != columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isLoggedAs(map.types()[i])) {
                return false;
            }
        }
        return true;
    }

    /** Without what is not needed to read the wanted columns. */
    TableLayout brief(Collection<String> wanted) {
        return new TableLayout(columns.stream()
                .map(column -> wanted.contains(column.name()) ? column : column.brief())
                .toList());
    }

    /** In the form of {@link LogPlace#layouts}. */
    String text() {
        return columns.stream()
                .map(column -> column.charset().isEmpty()
                        ? column.name() + PART + column.type()
                        : column.name() + PART + column.type() + PART + column.charset())
                .collect(Collectors.joining(COLUMN));
    }

    /** @return null if it is not in that form */
    static @Nullable TableLayout parse(String text) {
        List<Column> columns = new ArrayList<>();
        for (String column : text.split(COLUMN, -1)) {
            String[] parts = column.split(PART, -1);
            if (parts.length < 2 || parts.length > 3 || parts[1].isEmpty()) {
                return null;
            }
            columns.add(new Column(parts[0], parts[1], parts.length == 3 ? parts[2] : ""));
        }
        return new TableLayout(List.copyOf(columns));
    }
}
