package dev.ticketwire.binlog;

/**
 * Hears what a log says, in its order, in one thread. As long as a call lasts the log is not read on: nothing is lost,
 * and nothing piles up. What a call throws ends the reading, and comes out of {@link CaptureLog#read}.
 */
public interface LogListener {
    /**
     * The next transaction, also one without rows of the captured tables.
     *
     * @param after the place behind it, from which reading can be resumed
     */
    void transaction(Transaction transaction, LogPlace after) throws InterruptedException;

    /**
     * A captured table was emptied, replaced or removed by a statement, or filled as it was created. The changes of its
     * rows are unknown; reading goes on. Always followed by the statement's own {@link #transaction}.
     *
     * @param table without osTicket's prefix
     * @param reason for a log: which kind of statement
     */
    default void tableReplaced(String table, String reason) throws InterruptedException {}

    /** The columns of a captured table were changed; rows from here on are read by the new ones. */
    default void tableAltered(String table) throws InterruptedException {}

    /** The place moved without a transaction: the log goes on in another file. */
    default void moved(LogPlace place) throws InterruptedException {}

    /** The connection stands, and what {@link CaptureLog#check} checks is right. */
    default void connected() {}
}
