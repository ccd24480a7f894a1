package dev.ticketwire.event.capture;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.binlog.Transaction;
import dev.ticketwire.contract.event.TicketEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Assembles the rows of transactions to events, in windows per ticket. Used by one thread.
 *
 * <p>A checkpoint names a place in the log from which reading again, with the checkpoint's settled tickets, gives
 * exactly the events that were not yet handed over.
 */
public interface EventAssembler {
    /** Starts at a checkpoint. */
    void resume(Checkpoint checkpoint);

    /**
     * Takes the next transaction of the log.
     *
     * @param after the place behind it
     * @param now when it was read
     */
    void read(Transaction transaction, LogPlace after, Instant now);

    /**
     * Closes what is complete or as old as the caps allow, and looks up in the database what the rows do not say.
     *
     * @param proven every transaction that was committed until then has been read
     * @param readPlace the place up to which the log has been read
     * @return events of closed windows; per ticket in the order of commits
     * @throws SQLException if a look-up failed; nothing is lost, the call can be repeated
     */
    List<TicketEvent> close(Instant proven, LogPlace readPlace) throws SQLException;

    /** Where to resume once all events returned by {@link #close} are stored. */
    Checkpoint checkpoint();

    /** Number of windows that wait, and of threads and forms whose rows wait for their ticket; 0 if nothing waits. */
    int openWindows();
}
