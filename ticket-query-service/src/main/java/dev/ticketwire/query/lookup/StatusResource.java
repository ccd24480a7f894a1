package dev.ticketwire.query.lookup;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.render.ListView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /statuses}: all ticket statuses, disabled and internal ones included, in the help desk's order. */
@Path("/statuses")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public class StatusResource {
    private final ReferenceSnapshot snapshot;

    StatusResource(ReferenceSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @NonBlocking
    public ListView<StatusView> all() {
        return new LookUps(snapshot.current(), Departments.ALL).statuses();
    }
}
