package dev.ticketwire.command.notice.facts;

import java.util.Locale;

/**
 * What texts ask for besides the usual facts; each costs a statement.
 *
 * @param thread the first and the last message of the thread
 * @param files the names of the files of entries
 */
public record Wanted(boolean thread, boolean files) {
    public static final Wanted NOTHING = new Wanted(false, false);

    /** What the variables of a template ask for. */
    public static Wanted by(String template) {
        String text = template.toLowerCase(Locale.ROOT);
        return new Wanted(text.contains("ticket.thread"), text.contains(".files"));
    }

    public Wanted and(Wanted other) {
        return new Wanted(thread || other.thread, files || other.files);
    }
}
