package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.EntityTag;
import dev.ticketwire.rest.Form;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * {@code GET /departments}, {@code /help-topics}, {@code /priorities}, {@code /slas}, {@code /teams}, {@code /agents}: all
 * of them that the caller may know of, from memory. Who has the list already, and says so with its {@code ETag}, gets {@code 304}.
 */
@Path("/")
@NonBlocking
public class LookUpResource {
    private final ReferenceSnapshot snapshot;
    private final Caller caller;

    LookUpResource(ReferenceSnapshot snapshot, Caller caller) {
        this.snapshot = snapshot;
        this.caller = caller;
    }

    @GET
    @Path("departments")
    public Response departments(@Context HttpHeaders request) {
        return answer(reference -> Listings.departments(reference, caller.departments()), request);
    }

    @GET
    @Path("help-topics")
    public Response topics(@Context HttpHeaders request) {
        return answer(reference -> Listings.topics(reference, caller.departments()), request);
    }

    @GET
    @Path("priorities")
    public Response priorities(@Context HttpHeaders request) {
        return answer(Listings::priorities, request);
    }

    @GET
    @Path("slas")
    public Response serviceLevels(@Context HttpHeaders request) {
        return answer(Listings::serviceLevels, request);
    }

    @GET
    @Path("teams")
    public Response teams(@Context HttpHeaders request) {
        return answer(Listings::teams, request);
    }

    @GET
    @Path("agents")
    public Response agents(@Context HttpHeaders request) {
        return answer(reference -> Listings.agents(reference, caller.departments()), request);
    }

    private Response answer(Function<Reference, Listing<?>> listing, HttpHeaders request) {
        Form form = Form.accepted(request.getHeaderString(HttpHeaders.ACCEPT));
        listing.apply(snapshot.current()).write(form);
        byte[] bytes = form.bytes();
        EntityTag tag = EntityTag.of(bytes);
        Response.ResponseBuilder answer = tag.isAmong(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.notModified()
                : Response.ok(bytes).header(HttpHeaders.CONTENT_TYPE, form.contentType());
        return answer.header(HttpHeaders.ETAG, tag.text())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
