package dev.ticketwire.stats.count;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The department and agent in whose cells half of all tickets is reached, in the order of the index. */
record Middle(int departmentId, int staffId) {
    /** With fewer tickets a second statement costs more than it saves. */
    static final long WORTH_HALVING = 100_000;

    /** @return null if the tickets are too few to be counted in halves */
    static @Nullable Middle of(List<Cell> cells) {
        Map<Long, Long> tickets = new TreeMap<>();
        long total = 0;
        for (Cell cell : cells) {
            tickets.merge(((long) cell.departmentId() << 32) + cell.staffId(), cell.tickets(), Long::sum);
            total += cell.tickets();
        }
        if (total < WORTH_HALVING) {
            return null;
        }
        long soFar = 0;
        for (Map.Entry<Long, Long> cell : tickets.entrySet()) {
            soFar += cell.getValue();
            if (soFar >= total / 2) {
                return new Middle((int) (cell.getKey() >> 32), cell.getKey().intValue());
            }
        }
        return null;
    }
}
