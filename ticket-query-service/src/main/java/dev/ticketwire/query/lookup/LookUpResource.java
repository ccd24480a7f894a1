package dev.ticketwire.query.lookup;

import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.DocumentWriters;
import dev.ticketwire.rest.render.View;
import dev.ticketwire.rest.request.Caller;
import dev.ticketwire.rest.request.EntityTags;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * {@code GET /departments}, {@code /help-topics}, {@code /priorities}, {@code /slas}, {@code /teams}, {@code /agents}:
 * all that the caller may see, from memory. The {@code ETag} is a hash of the body; {@code If-None-Match} with it is
 * answered with 304.
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
    public Response departments(@Context Request request) throws IOException {
        return response(lookUps().departments(), request);
    }

    @GET
    @Path("help-topics")
    public Response topics(@Context Request request) throws IOException {
        return response(lookUps().topics(), request);
    }

    @GET
    @Path("priorities")
    public Response priorities(@Context Request request) throws IOException {
        return response(lookUps().priorities(), request);
    }

    @GET
    @Path("slas")
    public Response serviceLevels(@Context Request request) throws IOException {
        return response(lookUps().serviceLevels(), request);
    }

    @GET
    @Path("teams")
    public Response teams(@Context Request request) throws IOException {
        return response(lookUps().teams(), request);
    }

    @GET
    @Path("agents")
    public Response agents(@Context Request request) throws IOException {
        return response(lookUps().agents(), request);
    }

    private LookUps lookUps() {
        return new LookUps(snapshot.current(), caller.departments());
    }

    private static Response response(View view, Request request) throws IOException {
        DocumentWriter out = DocumentWriters.negotiated(request);
        view.writeTo(out);
        byte[] body = out.toByteArray();
        EntityTag tag = EntityTags.hash(body);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = notModified != null
                ? notModified
                : Response.ok(body).tag(tag).header(HttpHeaders.CONTENT_TYPE, out.contentType());
        return response.build();
    }
}
