package dev.ticketwire.osticket.check;

import java.util.List;
import java.util.Locale;

/**
 * A table that the suite reads or writes.
 *
 * @param name without a prefix
 * @param isOurs whether it is Ticketwire's own: no prefix, created by the migration
 * @param content what it is about, which decides who may read it
 * @param writer the component that writes it
 * @param verbs statements that write its rows: some of {@code I}nsert, {@code U}pdate, {@code D}elete
 * @param columns used in statements; for osTicket's tables as in osTicket 1.17 before Ticketwire's migration
 */
record NeededTable(String name, boolean isOurs, Content content, Writer writer, String verbs, List<String> columns) {

    enum Content {
        /** What every service keeps in memory: departments, agents, settings, keys. */
        REFERENCE,
        TICKETS,
        WEBHOOKS
    }

    /** The component whose database user needs the rights. */
    enum Writer {
        NOBODY,
        COMMANDS,
        /** The administration of API keys. */
        KEYS,
        /** The delivery of events. */
        WEBHOOKS
    }

    boolean isWritten() {
        return writer != Writer.NOBODY;
    }

    /** The name in the database. */
    String in(String prefix) {
        return isOurs ? name : prefix + name;
    }

    /** Whether osTicket generates it from a form, with a column for each field of the form. */
    boolean isCustomData() {
        return name.endsWith("__cdata");
    }

    /** Parses {@code name [who verbs]: column column …}, e.g. {@code sequence commands U: id next}. */
    static NeededTable parse(String line, Content content) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", -1);
        return new NeededTable(
                head[0],
                head[0].startsWith("ticketwire_"),
                content,
                head.length == 1 ? Writer.NOBODY : Writer.valueOf(head[1].toUpperCase(Locale.ROOT)),
                head.length == 1 ? "" : head[2],
                List.of(line.substring(colon + 1).strip().split("\\s+")));
    }
}
