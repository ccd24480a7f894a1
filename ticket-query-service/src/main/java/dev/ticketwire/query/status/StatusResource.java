package dev.ticketwire.query.status;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TicketStatus;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Form;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** {@code GET /statuses}: all of them, the disabled and the internal ones too, in the help desk's order. From memory. */
@Path("/statuses")
public class StatusResource {
    private final ReferenceSnapshot snapshot;

    StatusResource(ReferenceSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @NonBlocking
    public Response all(@HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Form form = Form.accepted(accept).list();
        snapshot.current().statuses().all().stream()
                .sorted(Comparator.comparingInt((TicketStatus status) -> status.sort)
                        .thenComparingInt(status -> status.id))
                .forEach(status -> form.object()
                        .name("id")
                        .number(status.id)
                        .name("name")
                        .text(status.name)
                        .name("state")
                        .text(status.state)
                        .end());
        return Answers.ok(form.end());
    }
}
