package dev.ticketwire.event.feed.snapshot;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * {@code /events/snapshot}, for operators: the gateway forwards requests with the operator's token, as itself.
 *
 * <ul>
 *   <li>{@code POST}: publishes existing tickets as {@code ticket.snapshot.v1}, in the order of their ids; 202. The body
 *       is an object with any of {@code department}, {@code status}, {@code state}, {@code topic}, {@code numbers}
 *       (values or lists of them), {@code createdSince}, {@code updatedSince}, {@code rate} (tickets per second, 1 to
 *       5,000, 200 by default). 409 {@code snapshot-running}.
 *   <li>{@code GET}: how the last one stands; 404 {@code snapshot-not-found}.
 *   <li>{@code DELETE}: ends the running one; 404 {@code snapshot-not-found}.
 * </ul>
 */
@Path("/events/snapshot")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SnapshotResource {
    private final Caller caller;
    private final SnapshotRequests requests;
    private final ReferenceSnapshot reference;

    SnapshotResource(Caller caller, SnapshotRequests requests, ReferenceSnapshot reference) {
        this.caller = caller;
        this.requests = requests;
        this.reference = reference;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response start(String body) {
        demandOperator();
        SnapshotView begun = requests.start(SnapshotBody.parse(body, reference.current()));
        return Response.accepted(begun).build();
    }

    @GET
    public SnapshotView progress() {
        demandOperator();
        return requests.progress();
    }

    @DELETE
    public SnapshotView cancel() {
        demandOperator();
        return requests.cancel();
    }

    private void demandOperator() {
        if (caller.apiKeyId() != Identity.GATEWAY.apiKeyId()) {
            throw Refused.of(ProblemCode.PERMISSION_DENIED, "Only an operator may do this");
        }
    }
}
