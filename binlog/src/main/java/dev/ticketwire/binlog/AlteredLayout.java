package dev.ticketwire.binlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code ALTER TABLE} makes of a layout, so that rows between two of them can be read although the database
 * only tells the layout after the last one. Gives up on what it does not know for certain.
 */
final class AlteredLayout {
    private static final Set<String> NO_COLUMNS =
            Set.of("INDEX", "KEY", "UNIQUE", "PRIMARY", "FULLTEXT", "SPATIAL", "CONSTRAINT", "FOREIGN", "CHECK");
    private static final Set<String> OPTIONS =
            Set.of("ALTER", "ENGINE", "COMMENT", "AUTO_INCREMENT", "ROW_FORMAT", "ALGORITHM", "LOCK", "FORCE");
    private static final Map<String, String> SYNONYMS = Map.of(
            "integer",
            "int",
            "bool",
            "tinyint",
            "boolean",
            "tinyint",
            "dec",
            "decimal",
            "numeric",
            "decimal",
            "json",
            "longtext");

    private final List<Column> columns;
    private final Collection<String> wanted;
    private final SqlWords words;

    private AlteredLayout(TableLayout before, SqlWords words, Collection<String> wanted) {
        this.columns = new ArrayList<>(before.columns());
        this.words = words;
        this.wanted = wanted;
    }

    /**
     * @param sql an {@code ALTER TABLE} of the table
     * @return null if it is not known for certain
     */
    static @Nullable TableLayout of(TableLayout before, String sql, Collection<String> wanted) {
        SqlWords words = new SqlWords(sql);
        words.take("ALTER");
        words.take("ONLINE");
        if (!words.take("TABLE")) {
            return null;
        }
        words.take("IF", "EXISTS");
        words.name();
        if (words.take(".")) {
            words.name();
        }
        return new AlteredLayout(before, words, wanted).applied();
    }

    private @Nullable TableLayout applied() {
        do {
            if (!part()) {
                return null;
            }
        } while (words.take(","));
        return words.isAtEnd() ? new TableLayout(List.copyOf(columns)) : null;
    }

    /** @return whether its meaning is known */
    private boolean part() {
        String verb = words.next();
        if ("RENAME".equals(verb)) {
            return rename();
        }
        if (OPTIONS.contains(verb)
                || ("ADD".equals(verb) || "DROP".equals(verb)) && NO_COLUMNS.contains(words.peek())) {
            words.skipToComma();
            return true;
        }
        boolean isNamedColumn = words.take("COLUMN");
        return switch (verb) {
            case "ADD" -> words.take("IF", "NOT", "EXISTS") ? addUnlessThere() : add();
            case "DROP" -> drop();
            case "CHANGE" -> change(true);
            case "MODIFY" -> change(false);
            default -> isNamedColumn;
        };
    }

    private boolean addUnlessThere() {
        if (place(words.peekName()) < 0) {
            return add();
        }
        words.skipToComma();
        return true;
    }

    private boolean add() {
        if ("(".equals(words.peek())) {
            return false;
        }
        String name = words.name();
        return place(name) < 0 && put(name, columns.size());
    }

    private boolean drop() {
        boolean mayLack = words.take("IF", "EXISTS");
        int place = place(words.name());
        if (place >= 0) {
            columns.remove(place);
        }
        words.skipToComma();
        return place >= 0 || mayLack;
    }

    private boolean change(boolean isRenamed) {
        if (words.take("IF", "EXISTS")) {
            return false;
        }
        String before = words.name();
        int place = place(before);
        if (place < 0) {
            return false;
        }
        columns.remove(place);
        return put(isRenamed ? words.name() : before, place);
    }

    private boolean rename() {
        if (words.take("COLUMN")) {
            int place = place(words.name());
            boolean isKnown = place >= 0 && words.take("TO");
            if (isKnown) {
                Column before = columns.get(place);
                String name = words.name();
                columns.set(place, new Column(name, before.type(), before.charset()));
                isKnown = !wanted.contains(name) || !before.isBrief();
            }
            return isKnown;
        }
        words.skipToComma();
        return true;
    }

    /** Reads a column's type and where it stands. What is said of a wanted column's values is not understood here. */
    private boolean put(String name, int otherwise) {
        String type = words.next().toLowerCase(Locale.ROOT);
        String place = words.skipToComma();
        int at = otherwise;
        if (place.equals("FIRST")) {
            at = 0;
        } else if (!place.isEmpty()) {
            at = place(place) + 1;
            if (at == 0) {
                return false;
            }
        }
        columns.add(at, new Column(name, SYNONYMS.getOrDefault(type, type), "").brief());
        return !wanted.contains(name);
    }

    private int place(String column) {
        return new TableLayout(columns).place(column);
    }
}
