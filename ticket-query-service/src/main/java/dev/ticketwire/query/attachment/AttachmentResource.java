package dev.ticketwire.query.attachment;

import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code GET /attachments/{fileId}}: a ticket's file, its content in base64, sent while it is read. */
@Path("/attachments/{fileId:[0-9]+}")
@RunOnVirtualThread
public class AttachmentResource {
    private final AttachmentReader attachments;
    private final FileContent contents;
    private final Caller caller;

    AttachmentResource(AttachmentReader attachments, FileContent contents, Caller caller) {
        this.attachments = attachments;
        this.contents = contents;
        this.caller = caller;
    }

    @GET
    public Response download(
            @PathParam("fileId") String fileId,
            @Context HttpServerRequest request,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        StoredFile file = attachments.find(FileId.parse(fileId), caller.identity());
        Form form = Form.accepted(accept);
        if (request.method() == HttpMethod.HEAD) {
            return Response.ok()
                    .header(HttpHeaders.CONTENT_TYPE, form.contentType())
                    .build();
        }
        form.object().name("file_id").number(file.id()).name("filename").text(file.name());
        form.name("mime_type")
                .text(file.type())
                .name("size")
                .number(file.size())
                .name("content");
        return Response.ok(contents.entity(file, form, request))
                .header(HttpHeaders.CONTENT_TYPE, form.contentType())
                .build();
    }
}
