package dev.ticketwire.stats.count;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in two about equal parts.
 *
 * @param department the last one, by id, of the first half
 */
record Halves(int department) {
    /** With fewer tickets a second statement costs more than it saves. */
    static final long WORTH_IT = 100_000;

    /** @return null if there are too few tickets */
    static @Nullable Halves of(List<Cell> cells) {
        TreeMap<Integer, Long> tickets = new TreeMap<>();
        for (Cell cell : cells) {
            tickets.merge(cell.departmentId(), cell.tickets(), Long::sum);
        }
        long total = tickets.values().stream().mapToLong(Long::longValue).sum();
        if (total < WORTH_IT) {
            return null;
        }
        int best = 0;
        long soFar = 0;
        long closest = total;
        for (Map.Entry<Integer, Long> department : tickets.entrySet()) {
            soFar += department.getValue();
            long difference = Math.abs(total - 2 * soFar);
            if (difference < closest) {
                closest = difference;
                best = department.getKey();
            }
        }
        return new Halves(best);
    }
}
