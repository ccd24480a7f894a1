package dev.ticketwire.binlog;

import java.util.Locale;
import java.util.Map;

/**
 * A column of a table, as {@code information_schema} describes it.
 *
 * @param type e.g. {@code int(10) unsigned}, {@code enum('Web','Email')}; of columns that are not wanted only the
 *     {@link #family}
 * @param charset of a text; empty for other types
 */
record Column(String name, String type, String charset) {
    /** One that the log's types are not compared with. */
    private static final char ANY = '?';

    private static final Map<String, Character> FAMILIES = Map.ofEntries(
            Map.entry("tinyint", 't'),
            Map.entry("boolean", 't'),
            Map.entry("smallint", 's'),
            Map.entry("mediumint", 'm'),
            Map.entry("int", 'i'),
            Map.entry("bigint", 'l'),
            Map.entry("decimal", 'n'),
            Map.entry("float", 'f'),
            Map.entry("double", 'd'),
            Map.entry("year", 'y'),
            Map.entry("date", 'a'),
            Map.entry("datetime", 'w'),
            Map.entry("timestamp", 'z'),
            Map.entry("time", 'h'),
            Map.entry("bit", 'b'),
            Map.entry("char", 'c'),
            Map.entry("binary", 'c'),
            Map.entry("enum", 'c'),
            Map.entry("set", 'c'),
            Map.entry("varchar", 'v'),
            Map.entry("varbinary", 'v'),
            Map.entry("tinytext", 'x'),
            Map.entry("text", 'x'),
            Map.entry("mediumtext", 'x'),
            Map.entry("longtext", 'x'),
            Map.entry("tinyblob", 'x'),
            Map.entry("blob", 'x'),
            Map.entry("mediumblob", 'x'),
            Map.entry("longblob", 'x'));

    /** Types by which the log calls the families. */
    private static final Map<Integer, Character> LOGGED = Map.ofEntries(
            Map.entry(LogType.TINY, 't'),
            Map.entry(LogType.SHORT, 's'),
            Map.entry(LogType.INT24, 'm'),
            Map.entry(LogType.LONG, 'i'),
            Map.entry(LogType.LONGLONG, 'l'),
            Map.entry(LogType.NEWDECIMAL, 'n'),
            Map.entry(LogType.FLOAT, 'f'),
            Map.entry(LogType.DOUBLE, 'd'),
            Map.entry(LogType.YEAR, 'y'),
            Map.entry(LogType.DATE, 'a'),
            Map.entry(LogType.NEWDATE, 'a'),
            Map.entry(LogType.DATETIME, 'w'),
            Map.entry(LogType.DATETIME2, 'w'),
            Map.entry(LogType.TIMESTAMP, 'z'),
            Map.entry(LogType.TIMESTAMP2, 'z'),
            Map.entry(LogType.TIME, 'h'),
            Map.entry(LogType.TIME2, 'h'),
            Map.entry(LogType.BIT, 'b'),
            Map.entry(LogType.STRING, 'c'),
            Map.entry(LogType.VARCHAR, 'v'),
            Map.entry(LogType.VAR_STRING, 'v'),
            Map.entry(LogType.VARCHAR_COMPRESSED, 'v'),
            Map.entry(LogType.BLOB_COMPRESSED, 'x'),
            Map.entry(LogType.BLOB, 'x'));

    /** A letter for the types that the log does not tell apart. */
    char family() {
        if (isBrief()) {
            return type.charAt(0);
        }
        return FAMILIES.getOrDefault(word(type.toLowerCase(Locale.ROOT)), ANY);
    }

    private static String word(String type) {
        int end = 0;
        while (end < type.length() && Character.isLetter(type.charAt(end))) {
            end++;
        }
        return type.substring(0, end);
    }

    /** Whether the log may call this column's type so. */
    boolean isLoggedAs(int logged) {
        char family = family();
        return family == ANY || family == LOGGED.getOrDefault(logged, ANY);
    }

    /** Whether only its family is known. */
    boolean isBrief() {
        return type.length() == 1;
    }

    /** Without what is only needed to read its values. */
    Column brief() {
        return new Column(name, String.valueOf(family()), "");
    }
}
