package dev.ticketwire.query.attachment;

import dev.ticketwire.answer.Answers;
import dev.ticketwire.answer.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code GET /attachments/{fileId}}: a ticket's file, its content in base64. */
@Path("/attachments/{fileId:[0-9]+}")
@RunOnVirtualThread
public class AttachmentResource {
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.toUnsignedLong(-1));

    private final AttachmentReader attachments;

    AttachmentResource(AttachmentReader attachments) {
        this.attachments = attachments;
    }

    @GET
    public Response download(
            @PathParam("fileId") String fileId, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        BigInteger id = new BigInteger(fileId);
        if (id.signum() == 0) {
            throw ProblemException.of(400, "invalid-file-id", "Invalid file ID");
        }
        if (id.compareTo(LARGEST) > 0) {
            throw AttachmentReader.notAccessible();
        }
        return Answers.ok(attachments.read(id.longValue(), accept));
    }
}
