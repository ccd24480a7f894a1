package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /tickets/{number}/parent} and {@code GET /tickets/{number}/children}. */
@Path("/tickets/{number}")
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
@RunOnVirtualThread
public class RelativesResource {
    private final RelativesReader relatives;
    private final Caller caller;

    RelativesResource(RelativesReader relatives, Caller caller) {
        this.relatives = relatives;
        this.caller = caller;
    }

    @GET
    @Path("/parent")
    public ParentView parent(@PathParam("number") String number) {
        refuseZero(number);
        return relatives.parentOf(number, caller.departments()).orElseThrow(() -> notFound("Child ticket not found"));
    }

    @GET
    @Path("/children")
    public ChildrenView children(@PathParam("number") String number) {
        refuseZero(number);
        return relatives
                .childrenOf(number, caller.departments())
                .orElseThrow(() -> notFound("Parent ticket not found"));
    }

    private static void refuseZero(String number) {
        if (number.equals("0")) {
            throw Refused.of(ProblemCode.INVALID_TICKET_NUMBER, "Invalid ticket number");
        }
    }

    private static Refused notFound(String detail) {
        return Refused.of(ProblemCode.TICKET_NOT_FOUND, detail);
    }
}
