package dev.ticketwire.binlog;

/**
 * The log cannot be followed, or not any further: changes after the last place are missed. The message explains the
 * reason to an administrator.
 */
public final class UnreadableBinlogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Gap gap;

    UnreadableBinlogException(String message) {
        this(Gap.UNREADABLE, message);
    }

    UnreadableBinlogException(Gap gap, String message) {
        super(message);
        this.gap = gap;
    }

    public Gap gap() {
        return gap;
    }

    /** What an administrator can do, one sentence. */
    public String remedy() {
        return gap.remedy();
    }
}
