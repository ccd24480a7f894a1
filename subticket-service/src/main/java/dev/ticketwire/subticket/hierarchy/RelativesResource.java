package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /tickets/{number}/parent} and {@code GET /tickets/{number}/children}. */
@Path("/tickets/{number}")
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
    public Response parent(
            @PathParam("number") String number, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        refuseZero(number);
        List<Relative> parent =
                relatives.parentOf(number, caller.departments()).orElseThrow(() -> notFound("Child ticket not found"));
        Form form = Form.accepted(accept).object().name("parent");
        if (parent.isEmpty()) {
            form.nothing();
        } else {
            parent.getFirst().write(form);
        }
        return Answers.ok(form.end());
    }

    @GET
    @Path("/children")
    public Response children(
            @PathParam("number") String number, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        refuseZero(number);
        List<Relative> children = relatives
                .childrenOf(number, caller.departments())
                .orElseThrow(() -> notFound("Parent ticket not found"));
        Form form = Form.accepted(accept).object().name("children").list();
        children.forEach(child -> child.withoutNulls().write(form));
        return Answers.ok(form.end().end());
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
