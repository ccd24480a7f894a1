package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.LoggedTransaction;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.event.capture.rule.TicketStory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open windows, by ticket, and what is known of tickets without one. That stays true because every later row of
 * such a ticket passes here.
 */
final class Windows {
    private static final int MOST_KNOWN = 20_000;

    private final Map<Long, TicketWindow> open = new LinkedHashMap<>();
    private final Recent<TicketFacts> known = new Recent<>(MOST_KNOWN);
    /** Ordinal of the last transaction that is told, by ticket. */
    private final Map<Long, Long> settled;
    /** The same when reading began; such rows are read again. */
    private final Map<Long, Long> toldBefore;

    private long held;

    Windows(Map<Long, Long> settled) {
        this.settled = new HashMap<>(settled);
        this.toldBefore = Map.copyOf(settled);
    }

    /**
     * Takes a row of a ticket. One without meaning opens no window.
     *
     * @param isUntold whether it was not told before reading began, although later ones of the ticket were
     */
    void add(long ticket, Step step, boolean isUntold) {
        if (!isUntold && step.place().ordinal() <= toldBefore.getOrDefault(ticket, -1L)) {
            return;
        }
        TicketWindow window = open.get(ticket);
        if (window == null && !opens(ticket, step)) {
            keepUp(ticket, step);
        } else {
            if (window == null) {
                window = new TicketWindow(ticket, known.remove(ticket));
                open.put(ticket, window);
            }
            window.add(step);
            held += Weight.of(step);
        }
    }

    /** History rows may precede the change that they explain. */
    private static boolean opens(long ticket, Step step) {
        return step.row() instanceof HistoryRow || TicketStory.isNews(ticket, step);
    }

    private void keepUp(long ticket, Step step) {
        TicketFacts facts = known.get(ticket);
        TicketRow after = step.after(TicketRow.class);
        if (facts != null && after != null && after.id() == ticket) {
            known.put(ticket, new TicketFacts(after, facts.subject(), facts.priority()));
        }
    }

    Collection<TicketWindow> open() {
        return open.values();
    }

    /** Approximate bytes of memory that the rows in windows take. */
    long held() {
        return held;
    }

    /** Notes that the leading {@code count} steps of a window are told, and closes it if there are no others. */
    void told(TicketWindow window, int count, @Nullable TicketFacts now, boolean isDeleted) {
        List<Step> told = window.steps().subList(0, count);
        settled.merge(window.ticket(), told.getLast().place().ordinal(), Math::max);
        told.forEach(step -> held -= Weight.of(step));
        window.told(count, now, isDeleted);
        if (window.steps().isEmpty()) {
            open.remove(window.ticket());
            if (now != null) {
                known.put(window.ticket(), now);
            }
        }
    }

    /** The oldest transaction with a row that is not told; null if there is none. */
    @Nullable
    LoggedTransaction oldest() {
        LoggedTransaction oldest = null;
        for (TicketWindow window : open.values()) {
            LoggedTransaction first = window.first();
            oldest = oldest == null || first.ordinal() < oldest.ordinal() ? first : oldest;
        }
        return oldest;
    }

    /** Tickets that are told further than to the transaction before {@code ordinal}; forgets the others. */
    Map<Long, Long> settledSince(long ordinal) {
        settled.values().removeIf(last -> last < ordinal);
        return Map.copyOf(settled);
    }

    /** How much memory a row takes. */
    private static final class Weight {
        private static final long ROW = 500;

        static long of(Step step) {
            return ROW + body(step.before()) + body(step.after());
        }

        private static long body(@Nullable Object row) {
            return row instanceof EntryRow entry ? entry.body().length() * 2L : 0;
        }
    }
}
