package dev.ticketwire.osticket.check;

import java.util.List;
import java.util.Locale;

/**
 * A table that the suite reads or writes.
 *
 * @param name without a prefix
 * @param isOurs whether it is Ticketwire's own: no prefix, made by the migration
 * @param writer who writes it
 * @param verbs what is done with its rows besides reading: some of {@code I}nsert, {@code U}pdate, {@code D}elete
 * @param columns that statements name; for osTicket's as in osTicket 1.17 before Ticketwire's migration
 */
record NeededTable(String name, boolean isOurs, Writer writer, String verbs, List<String> columns) {

    /** Whose user needs the rights. */
    enum Writer {
        NOBODY,
        COMMANDS,
        /** The page for API keys. */
        KEYS
    }

    boolean isWritten() {
        return writer != Writer.NOBODY;
    }

    /** The name in the database. */
    String in(String prefix) {
        return isOurs ? name : prefix + name;
    }

    /** Whether osTicket makes it from a form, with a column for each of the form's fields. */
    boolean isCustomData() {
        return name.endsWith("__cdata");
    }

    /** Reads {@code name [who verbs]: column column …}, e.g. {@code sequence commands U: id next}. */
    static NeededTable parse(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", -1);
        return new NeededTable(
                head[0],
                head[0].startsWith("ticketwire_"),
                head.length == 1 ? Writer.NOBODY : Writer.valueOf(head[1].toUpperCase(Locale.ROOT)),
                head.length == 1 ? "" : head[2],
                List.of(line.substring(colon + 1).strip().split("\\s+")));
    }
}
