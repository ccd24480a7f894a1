package dev.ticketwire.stats.count;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.render.View;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /stats}: the numbers of all tickets, by department and by agent. */
@Path("/stats")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class StatisticsResource {
    private final TicketCountReader counts;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;
    private final KnownStatistics known = new KnownStatistics();

    StatisticsResource(TicketCountReader counts, ReferenceSnapshot snapshot, Caller caller) {
        this.counts = counts;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    public View all() {
        return known.of(counts.counts(), snapshot.current(), caller.departments());
    }
}
