package dev.ticketwire.event.feed.copy;

import dev.ticketwire.binlog.LogPlace;
import dev.ticketwire.contract.event.TicketState;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Reads tickets as they are at a place of the log. */
@FunctionalInterface
public interface TicketReader {
    TicketsAt read(Collection<Long> ids) throws SQLException;

    /**
     * Tickets in one consistent snapshot.
     *
     * @param place contains everything that the snapshot shows, and no more
     * @param tickets by id; without those that do not exist
     */
    record TicketsAt(LogPlace place, Map<Long, TicketState> tickets) {}
}
