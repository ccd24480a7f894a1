package dev.ticketwire.command.entry;

/**
 * Who wrote a thread entry.
 *
 * @param staff id of the agent, 0 for none
 * @param user id of the user, 0 for none
 * @param name as the entry shows it
 */
public record EntryAuthor(int staff, int user, String name) {

    /** Neither an agent nor a user. */
    public static EntryAuthor named(String name) {
        return new EntryAuthor(0, 0, name);
    }

    public static EntryAuthor user(int id, String name) {
        return new EntryAuthor(0, id, name);
    }

    /** Whether an agent or a user wrote it. */
    public boolean isKnown() {
        return staff != 0 || user != 0;
    }
}
