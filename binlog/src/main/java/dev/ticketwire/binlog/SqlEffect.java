package dev.ticketwire.binlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a statement in the log does to tables, where it is not told by rows.
 *
 * @param tables named by it; for {@link Kind#DATABASE} none
 */
record SqlEffect(Kind kind, List<Table> tables) {
    private static final SqlEffect NONE = new SqlEffect(Kind.NONE, List.of());
    private static final Set<String> HARMLESS = Set.of(
            "",
            "BEGIN",
            "START",
            "COMMIT",
            "SAVEPOINT",
            "RELEASE",
            "ROLLBACK",
            "XA",
            "GRANT",
            "REVOKE",
            "SET",
            "FLUSH",
            "ANALYZE",
            "OPTIMIZE",
            "REPAIR",
            "CHECK",
            "COMMENT",
            "USE",
            "INSTALL",
            "UNINSTALL",
            "CACHE",
            "SHUTDOWN");
    /** Parts of an {@code ALTER TABLE} that take or give rows. */
    private static final Set<String> OF_ROWS = Set.of("EXCHANGE", "TRUNCATE", "DISCARD", "IMPORT", "CONVERT");

    /** The ways in which tables change. */
    enum Kind {
        /** Not at all. */
        NONE,
        /** The columns. */
        ALTERED,
        /** All rows, unseen; the columns too. */
        REPLACED,
        /** A table is made that was not there. */
        CREATED,
        /** A whole database is removed. */
        DATABASE,
        /** Rows, unseen; which ones is unknown. */
        HIDDEN
    }

    /** A table's name. */
    record Table(String database, String name) {}

    /** @param database in which it ran */
    static SqlEffect of(String sql, String database) {
        SqlWords words = new SqlWords(sql);
        String first = words.next();
        return switch (first) {
            case "CREATE" -> create(words, database);
            case "DROP" -> drop(words, database);
            case "TRUNCATE" -> {
                words.take("TABLE");
                yield new SqlEffect(Kind.REPLACED, List.of(table(words, database)));
            }
            case "RENAME" -> rename(words, database);
            case "ALTER" -> alter(words, database);
            default -> HARMLESS.contains(first) ? NONE : new SqlEffect(Kind.HIDDEN, List.of());
        };
    }

    private static SqlEffect create(SqlWords words, String database) {
        boolean replaces = words.take("OR", "REPLACE");
        if (replaces && (words.take("DATABASE") || words.take("SCHEMA"))) {
            return new SqlEffect(Kind.DATABASE, List.of(new Table(words.name(), "")));
        }
        if (!words.take("TABLE")) {
            return NONE;
        }
        words.take("IF", "NOT", "EXISTS");
        return new SqlEffect(replaces ? Kind.REPLACED : Kind.CREATED, List.of(table(words, database)));
    }

    private static SqlEffect drop(SqlWords words, String database) {
        if (words.take("DATABASE") || words.take("SCHEMA")) {
            words.take("IF", "EXISTS");
            return new SqlEffect(Kind.DATABASE, List.of(new Table(words.name(), "")));
        }
        if (!words.take("TABLE") && !words.take("TABLES")) {
            return NONE;
        }
        words.take("IF", "EXISTS");
        List<Table> tables = new ArrayList<>();
        do {
            tables.add(table(words, database));
        } while (words.take(","));
        return new SqlEffect(Kind.REPLACED, tables);
    }

    private static SqlEffect rename(SqlWords words, String database) {
        if (!words.take("TABLE") && !words.take("TABLES")) {
            return NONE;
        }
        words.take("IF", "EXISTS");
        List<Table> tables = new ArrayList<>(List.of(table(words, database)));
        while (!words.isAtEnd()) {
            if (words.take("TO") || words.take(",")) {
                tables.add(table(words, database));
            } else {
                words.skip();
            }
        }
        return new SqlEffect(Kind.REPLACED, tables);
    }

    private static SqlEffect alter(SqlWords words, String database) {
        words.take("ONLINE");
        boolean dropsRows = words.take("IGNORE");
        if (!words.take("TABLE")) {
            return NONE;
        }
        words.take("IF", "EXISTS");
        List<Table> tables = new ArrayList<>(List.of(table(words, database)));
        while (!words.isAtEnd()) {
            dropsRows |= part(words, database, tables);
        }
        return new SqlEffect(dropsRows ? Kind.REPLACED : Kind.ALTERED, tables);
    }

    /** @return whether this word of an {@code ALTER} may take or give rows */
    private static boolean part(SqlWords words, String database, List<Table> tables) {
        if (words.take("RENAME")) {
            if (words.take("COLUMN") || words.take("INDEX") || words.take("KEY")) {
                return false;
            }
            if (!words.take("TO") && !words.take("AS")) {
                words.take("=");
            }
            tables.add(table(words, database));
            return true;
        }
        if (words.take("CONVERT", "TO", "CHARACTER") || words.take("CONVERT", "TO", "CHARSET")) {
            return false;
        }
        if (words.take("DROP", "PARTITION")) {
            return true;
        }
        if (words.take("WITH", "TABLE") || words.take("CONVERT", "TABLE") || words.take("TO", "TABLE")) {
            tables.add(table(words, database));
            return true;
        }
        return OF_ROWS.contains(words.next());
    }

    private static Table table(SqlWords words, String database) {
        String name = words.name();
        return words.take(".") ? new Table(name, words.name()) : new Table(database, name);
    }
}
