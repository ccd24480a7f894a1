package dev.ticketwire.query.attachment;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.DocumentWriters;
import dev.ticketwire.rest.request.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** {@code GET /attachments/{fileId}}: a ticket's file with its content in base64, sent while it is read. */
@Path("/attachments/{fileId:[0-9]+}")
@RunOnVirtualThread
public class AttachmentResource {
    private final AttachmentReader attachments;
    private final FileStreams streams;
    private final Caller caller;

    AttachmentResource(AttachmentReader attachments, FileStreams streams, Caller caller) {
        this.attachments = attachments;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    public Response download(
            @PathParam("fileId") String fileId, @Context Request request, @Context HttpServerRequest httpRequest) {
        StoredFile file = attachments.find(FileId.parse(fileId), caller.identity());
        DocumentWriter out = DocumentWriters.negotiated(request);
        Response.ResponseBuilder response = httpRequest.method() == HttpMethod.HEAD
                ? Response.ok()
                : Response.ok(streams.document(file, out, httpRequest));
        return response.header(HttpHeaders.CONTENT_TYPE, out.contentType()).build();
    }
}
