package dev.ticketwire.query.attachment;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.rest.Problem;
import dev.ticketwire.rest.ProblemResponses;
import dev.ticketwire.rest.request.Caller;
import dev.ticketwire.rest.request.EntityTags;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /attachments/{fileId}/content}: the bytes of a ticket's file, whole or one range of them (RFC 9110, 14),
 * sent while they are read. Found and refused as by {@link AttachmentResource}. A HEAD reads none of them.
 */
@Path("/attachments/{fileId:[0-9]+}/content")
@RunOnVirtualThread
public class ContentResource {
    private static final String RANGE = "Range";
    private static final String IF_RANGE = "If-Range";
    private static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String CONTENT_RANGE = "Content-Range";

    private final AttachmentReader attachments;
    private final FileStreams streams;
    private final Caller caller;

    ContentResource(AttachmentReader attachments, FileStreams streams, Caller caller) {
        this.attachments = attachments;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    public Response content(
            @PathParam("fileId") String fileId,
            @Context Request request,
            @Context HttpServerRequest httpRequest,
            @HeaderParam(IF_RANGE) @Nullable String ifRange,
            @HeaderParam(RANGE) @Nullable String range) {
        StoredFile file = attachments.findComplete(FileId.parse(fileId), caller.identity());
        EntityTag tag = file.tag();
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        if (notModified != null) {
            return notModified.build();
        }
        boolean usesRange = ifRange == null || EntityTags.matches(tag, ifRange);
        try {
            return content(file, ByteRange.parse(usesRange ? range : null, file.size()), httpRequest);
        } catch (ByteRange.Unsatisfiable e) {
            return unsatisfiable(file);
        }
    }

    /** @param part null for the whole file, sent with 200 */
    private Response content(StoredFile file, @Nullable ByteRange part, HttpServerRequest request) {
        ByteRange range = part == null ? ByteRange.whole(file.size()) : part;
        boolean isHead = request.method() == HttpMethod.HEAD;
        Response.ResponseBuilder response = (isHead ? Response.ok() : Response.ok(streams.bytes(file, range, request)))
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(file.name()))
                .tag(file.tag())
                .header(ACCEPT_RANGES, "bytes")
                .header("X-Content-Type-Options", "nosniff");
        if (part != null) {
            response.status(Response.Status.PARTIAL_CONTENT).header(CONTENT_RANGE, range.contentRange(file.size()));
        }
        return response.build();
    }

    private static Response unsatisfiable(StoredFile file) {
        String detail = "The file has " + file.size() + " bytes";
        return Response.fromResponse(ProblemResponses.response(
                        Problem.of(Refusal.of(ProblemCode.RANGE_NOT_SATISFIABLE, detail, RANGE))))
                .header(CONTENT_RANGE, "bytes */" + file.size())
                .build();
    }
}
