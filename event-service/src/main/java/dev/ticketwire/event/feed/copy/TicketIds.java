package dev.ticketwire.event.feed.copy;

import java.sql.SQLException;
import java.util.List;

/** Which tickets are published. */
@FunctionalInterface
public interface TicketIds {
    /**
     * The next ones.
     *
     * @param after greatest id that is done
     * @param most at most as many
     * @return ascending; empty at the end
     */
    List<Long> next(long after, int most) throws SQLException;
}
