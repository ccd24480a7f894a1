package dev.ticketwire.command.entry;

/** osTicket's types of thread entries. */
public enum EntryType {
    MESSAGE("M"),
    RESPONSE("R"),
    NOTE("N");

    private final String letter;

    EntryType(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}
