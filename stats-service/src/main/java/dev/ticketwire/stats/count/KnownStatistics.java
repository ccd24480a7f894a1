package dev.ticketwire.stats.count;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.rest.render.RenderedView;
import dev.ticketwire.rest.render.View;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The statistics that were answered last, by the departments that a caller may see. They are answered again as long as
 * neither the numbers nor the names have changed.
 */
final class KnownStatistics {
    /** Callers differ in a few sets of departments; more than these begin anew. */
    private static final int MOST = 100;

    private final ConcurrentMap<Departments, Known> known = new ConcurrentHashMap<>();

    /** @param counts compared by identity: a projection replaces them with every change */
    private record Known(Map<TicketGroup, Long> counts, Reference reference, RenderedView view) {
        boolean isOf(Map<TicketGroup, Long> counts, Reference reference) {
            return this.counts == counts && this.reference == reference;
        }
    }

    /** @param counts of all tickets; not changed any more */
    View of(Map<TicketGroup, Long> counts, Reference reference, Departments visible) {
        Known last = known.get(visible);
        if (last != null && last.isOf(counts, reference)) {
            return last.view;
        }
        RenderedView view = new RenderedView(StatisticsView.sum(counts, visible, reference));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(visible, new Known(counts, reference, view));
        return view;
    }
}
