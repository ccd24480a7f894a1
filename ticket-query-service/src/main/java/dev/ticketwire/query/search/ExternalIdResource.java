package dev.ticketwire.query.search;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.query.fields.TicketSummaryView;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /own-tickets?externalId=}: the ticket with this external id of the caller's key, as a list of one or none.
 */
@Path("/own-tickets")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class ExternalIdResource {
    private final ExternalIdReader tickets;
    private final Caller caller;

    ExternalIdResource(ExternalIdReader tickets, Caller caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @GET
    public ListView<TicketSummaryView> find(@QueryParam("externalId") @Nullable String externalId) {
        if (externalId == null || externalId.isEmpty()) {
            throw Refused.of(ProblemCode.EXTERNAL_ID_MISSING, "Missing externalId", "externalId");
        }
        return new ListView<>(tickets.find(caller.apiKeyId(), externalId, caller.departments()).stream()
                .toList());
    }
}
