package dev.ticketwire.event.feed.store;

import dev.ticketwire.contract.event.TicketEvent;
import java.util.List;

/** Is told of events that are visible to consumers. */
@FunctionalInterface
public interface PublishedEvents {
    /** @param events one for each record */
    void published(List<TicketEvent> events);
}
