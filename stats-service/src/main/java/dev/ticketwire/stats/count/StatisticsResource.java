package dev.ticketwire.stats.count;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /stats}: all tickets, by department and by agent. */
@Path("/stats")
@RunOnVirtualThread
public class StatisticsResource {
    private final CellReader cells;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    StatisticsResource(CellReader cells, ReferenceSnapshot snapshot, Caller caller) {
        this.cells = cells;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    public Response all(@HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Reference reference = snapshot.current();
        Form form = Form.accepted(accept);
        Statistics.of(cells.in(caller.departments()), reference).write(form);
        return Answers.ok(form);
    }
}
