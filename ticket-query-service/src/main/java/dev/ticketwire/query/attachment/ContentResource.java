package dev.ticketwire.query.attachment;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.rest.Answers;
import dev.ticketwire.rest.Caller;
import dev.ticketwire.rest.EntityTag;
import dev.ticketwire.rest.Problem;
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

/**
 * {@code GET /attachments/{fileId}/content}: the bytes of a ticket's file, whole or one range of them (RFC 9110, 14),
 * sent while they are read. Found and refused as {@link AttachmentResource} does. For a HEAD nothing of them is read.
 */
@Path("/attachments/{fileId:[0-9]+}/content")
@RunOnVirtualThread
public class ContentResource {
    private static final String RANGE = "Range";
    private static final String IF_RANGE = "If-Range";
    private static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String CONTENT_RANGE = "Content-Range";

    private final AttachmentReader attachments;
    private final FileContent contents;
    private final Caller caller;

    ContentResource(AttachmentReader attachments, FileContent contents, Caller caller) {
        this.attachments = attachments;
        this.contents = contents;
        this.caller = caller;
    }

    @GET
    public Response content(
            @PathParam("fileId") String fileId,
            @Context HttpServerRequest request,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(IF_RANGE) @Nullable String ifRange,
            @HeaderParam(RANGE) @Nullable String range) {
        StoredFile file = attachments.findWhole(FileId.parse(fileId), caller.identity());
        EntityTag tag = file.tag();
        if (tag.isAmong(ifNoneMatch)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag.text()).build();
        }
        boolean isPartMeant = ifRange == null || tag.is(ifRange);
        try {
            return content(file, ByteRange.of(isPartMeant ? range : null, file.size()), request);
        } catch (ByteRange.Unsatisfiable e) {
            return unsatisfiable(file);
        }
    }

    /** @param part null for the whole file */
    private Response content(StoredFile file, @Nullable ByteRange part, HttpServerRequest request) {
        ByteRange range = part == null ? ByteRange.whole(file.size()) : part;
        boolean isHead = request.method() == HttpMethod.HEAD;
        Response.ResponseBuilder answer = (isHead ? Response.ok() : Response.ok(contents.entity(file, range, request)))
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(file.name()))
                .header(HttpHeaders.ETAG, file.tag().text())
                .header(ACCEPT_RANGES, "bytes")
                .header("X-Content-Type-Options", "nosniff");
        if (part != null) {
            answer.status(Response.Status.PARTIAL_CONTENT).header(CONTENT_RANGE, range.of(file.size()));
        }
        return answer.build();
    }

    private static Response unsatisfiable(StoredFile file) {
        String detail = "The file has " + file.size() + " bytes";
        return Response.fromResponse(
                        Answers.problem(Problem.of(Refusal.of(ProblemCode.RANGE_NOT_SATISFIABLE, detail, RANGE))))
                .header(CONTENT_RANGE, "bytes */" + file.size())
                .build();
    }
}
