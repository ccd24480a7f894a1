package dev.ticketwire.event.capture;

import dev.ticketwire.event.capture.lookup.TicketFacts;
import dev.ticketwire.event.capture.row.EntryRow;
import dev.ticketwire.event.capture.row.HistoryRow;
import dev.ticketwire.event.capture.row.LoggedTransaction;
import dev.ticketwire.event.capture.row.Step;
import dev.ticketwire.event.capture.row.TicketRow;
import dev.ticketwire.event.capture.rule.TicketStory;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The open windows, by ticket, and what is known of tickets without one. That stays true because every later row of
 * such a ticket passes here. Nothing here visits all windows: they are kept in the orders in which they close.
 */
final class Windows {
    private static final int MOST_KNOWN = 20_000;
    private static final float LOAD = 0.75f;
    /** Open windows, and bytes of their rows, beyond which no window waits for the log to overtake a look-up. */
    private static final int MANY = 5_000;

    private static final long MUCH = 32L * 1024 * 1024;

    private final Map<Long, TicketWindow> open = new HashMap<>();
    /** Those with the oldest last row first. */
    private final Map<Long, TicketWindow> byLatest = new LinkedHashMap<>(16, LOAD, true);
    /** Those that have been open for the longest time first. */
    private final Map<Long, TicketWindow> byAge = new LinkedHashMap<>();

    private final TreeSet<TicketWindow> byFirst = new TreeSet<>(
            Comparator.<TicketWindow>comparingLong(window -> window.first().ordinal())
                    .thenComparingLong(TicketWindow::ticket));
    private final Set<TicketWindow> changed = new LinkedHashSet<>();
    private final Recent<TicketFacts> known = new Recent<>(MOST_KNOWN);
    /** Ordinal of the last transaction that is told, by ticket, about in the order of the ordinals. */
    private final Map<Long, Long> settled = new LinkedHashMap<>();
    /** The same when reading began; such rows are read again. */
    private final Map<Long, Long> toldBefore;

    private long held;

    Windows(Map<Long, Long> settled) {
        settled.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> this.settled.put(one.getKey(), one.getValue()));
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
        if (window != null) {
            add(window, step);
        } else if (opens(ticket, step)) {
            add(open(ticket), step);
        } else {
            keepUp(ticket, step);
        }
    }

    /** History rows may precede the change that they explain. */
    private static boolean opens(long ticket, Step step) {
        return step.row() instanceof HistoryRow || TicketStory.isNews(ticket, step);
    }

    private TicketWindow open(long ticket) {
        TicketWindow window = new TicketWindow(ticket, known.remove(ticket));
        open.put(ticket, window);
        byLatest.put(ticket, window);
        byAge.put(ticket, window);
        return window;
    }

    private void add(TicketWindow window, Step step) {
        boolean isEmpty = window.steps().isEmpty();
        boolean isFirst =
                isEmpty || step.place().compareTo(window.steps().getFirst().place()) < 0;
        if (isFirst && !isEmpty) {
            byFirst.remove(window);
        }
        if (window.add(step)) {
            byLatest.get(window.ticket());
        }
        if (isFirst) {
            byFirst.add(window);
        }
        changed.add(window);
        held += Weight.of(step);
    }

    private void keepUp(long ticket, Step step) {
        TicketFacts facts = known.get(ticket);
        TicketRow after = step.after(TicketRow.class);
        if (facts != null && after != null && after.id() == ticket) {
            known.put(ticket, new TicketFacts(after, facts.subject(), facts.priority()));
        }
    }

    int size() {
        return open.size();
    }

    /** Windows with new rows since {@link #candidates} was asked. */
    Collection<TicketWindow> changed() {
        return changed;
    }

    /** The windows that may be closed: those with new rows, and those whose time has come. */
    List<TicketWindow> candidates(ReadClock clock) {
        Set<TicketWindow> candidates = new LinkedHashSet<>();
        for (TicketWindow window : byLatest.values()) {
            if (!window.isQuiet(clock)) {
                break;
            }
            candidates.add(window);
        }
        for (TicketWindow window : byAge.values()) {
            if (!window.isOld(clock)) {
                break;
            }
            candidates.add(window);
        }
        candidates.addAll(changed);
        changed.clear();
        return List.copyOf(candidates);
    }

    /** Makes a window a candidate the next time too. */
    void again(TicketWindow window) {
        changed.add(window);
    }

    /** Whether there is so much in windows that none can wait for the log to overtake a look-up. */
    boolean isFull() {
        return open.size() > MANY || held > MUCH;
    }

    /** Notes that the leading {@code count} steps of a window are told, and closes it if there are no others. */
    void told(TicketWindow window, int count, @Nullable TicketFacts now, boolean isDeleted) {
        List<Step> told = window.steps().subList(0, count);
        settle(window.ticket(), told.getLast().place().ordinal());
        told.forEach(step -> held -= Weight.of(step));
        byFirst.remove(window);
        byAge.remove(window.ticket());
        window.told(count, now, isDeleted);
        if (!window.steps().isEmpty()) {
            byFirst.add(window);
            byAge.put(window.ticket(), window);
            changed.add(window);
            return;
        }
        open.remove(window.ticket());
        byLatest.remove(window.ticket());
        changed.remove(window);
        if (now != null) {
            known.put(window.ticket(), now);
        }
    }

    private void settle(long ticket, long ordinal) {
        Long former = settled.remove(ticket);
        settled.put(ticket, former == null ? ordinal : Math.max(former, ordinal));
    }

    /** The oldest transaction with a row that is not told; null if there is none. */
    @Nullable
    LoggedTransaction oldest() {
        return byFirst.isEmpty() ? null : byFirst.first().first();
    }

    /** Tickets that are told further than to the transaction before {@code ordinal}; forgets others. */
    Map<Long, Long> settledSince(long ordinal) {
        Iterator<Long> last = settled.values().iterator();
        while (last.hasNext() && last.next() < ordinal) {
            last.remove();
        }
        return Map.copyOf(settled);
    }

    /** How much memory a row takes. */
    private static final class Weight {
        private static final long ROW = 1_000;

        static long of(Step step) {
            return ROW + body(step.before()) + body(step.after());
        }

        private static long body(@Nullable Object row) {
            return row instanceof EntryRow entry ? entry.body().length() * 2L : 0;
        }
    }
}
