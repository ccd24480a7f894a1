package dev.ticketwire.query.search;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /own-tickets?externalId=}: what the caller's key calls by this name of its own, as rows of a search: one ticket
 * or none.
 */
@Path("/own-tickets")
@RunOnVirtualThread
public class ExternalIdResource {
    private final SearchReader tickets;
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    ExternalIdResource(SearchReader tickets, ReferenceSnapshot snapshot, Caller caller) {
        this.tickets = tickets;
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    public Response find(
            @QueryParam("externalId") @Nullable String externalId,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        if (externalId == null || externalId.isEmpty()) {
            throw Refused.of(ProblemCode.EXTERNAL_ID_MISSING, "Missing externalId", "externalId");
        }
        return Answers.ok(
                tickets.named(caller.apiKeyId(), externalId, caller.departments(), snapshot.current(), accept));
    }
}
