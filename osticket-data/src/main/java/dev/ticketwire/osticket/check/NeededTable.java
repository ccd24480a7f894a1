package dev.ticketwire.osticket.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table that the suite reads or writes.
 *
 * @param name without a prefix
 * @param isOurs whether it is Ticketwire's own: no prefix, created by the migration
 * @param content what it is about, which decides who may read it
 * @param writers the components that write it, each with its statements: some of {@code I}nsert, {@code U}pdate, {@code
 *     D}elete
 * @param columns used in statements; for osTicket's tables as in osTicket 1.17 before Ticketwire's migration
 */
record NeededTable(String name, boolean isOurs, Content content, Map<Writer, String> writers, List<String> columns) {

    enum Content {
        /** What every service keeps in memory: departments, agents, settings, keys. */
        REFERENCE,
        TICKETS,
        /** The files of tickets and pictures of mails. */
        FILES,
        WEBHOOKS,
        /** Which commands were applied, and which mails they decided. */
        MAILS,
        /** What mails say. */
        MAIL_TEXTS,
        /** Through which servers osTicket sends, and how many mails were sent: for the sender alone. */
        MAIL_ACCOUNTS
    }

    /** The component whose database user needs the rights. */
    enum Writer {
        COMMANDS,
        /** The administration of API keys. */
        KEYS,
        /** The delivery of events. */
        WEBHOOKS,
        /** The sending of mails. */
        MAILS
    }

    boolean isWritten() {
        return !writers.isEmpty();
    }

    /** Statements with which {@code writer} writes its rows; empty for none. */
    String verbs(Writer writer) {
        return writers.getOrDefault(writer, "");
    }

    /** Statements with which anybody does. */
    String verbs() {
        return String.join("", writers.values());
    }

    /** The name in the database. */
    String in(String prefix) {
        return isOurs ? name : prefix + name;
    }

    /** Whether osTicket generates it from a form, with a column for each field of the form. */
    boolean isCustomData() {
        return name.endsWith("__cdata");
    }

    /** Parses {@code name [who verbs]…: column column …}, e.g. {@code sequence commands U: id next}. */
    static NeededTable parse(String line, Content content) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", -1);
        return new NeededTable(
                head[0],
                head[0].startsWith("ticketwire_"),
                content,
                writers(head),
                List.of(line.substring(colon + 1).strip().split("\\s+")));
    }

    private static Map<Writer, String> writers(String[] head) {
        Map<Writer, String> writers = new EnumMap<>(Writer.class);
        for (int i = 1; i < head.length; i += 2) {
            writers.put(Writer.valueOf(head[i].toUpperCase(Locale.ROOT)), head[i + 1]);
        }
        return writers;
    }
}
