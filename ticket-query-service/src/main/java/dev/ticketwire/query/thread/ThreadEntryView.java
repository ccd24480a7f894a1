package dev.ticketwire.query.thread;

import dev.ticketwire.query.fields.NamedId;
import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, response or note, with its attachments.
 *
 * @param type {@code M}, {@code R} or {@code N}
 * @param body as stored, never rendered
 * @param format {@code html} or {@code text}
 * @param agent who wrote it, null if no agent did
 * @param userId who wrote it, 0 if no user did
 */
public record ThreadEntryView(
        long id,
        @Nullable String type,
        @Nullable String poster,
        @Nullable String created,
        @Nullable String body,
        @Nullable String format,
        @Nullable NamedId agent,
        int userId,
        List<AttachmentView> attachments)
        implements View {

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", id).field("type", type);
        out.field("poster", poster).field("timestamp", created);
        out.field("body", body).field("format", format);
        if (agent != null) {
            agent.writeTo(out, "staffId", "staff");
        }
        if (userId != 0) {
            out.field("userId", userId);
        }
        if (!attachments.isEmpty()) {
            writeAttachments(out);
        }
        out.end();
    }

    private void writeAttachments(DocumentWriter out) throws IOException {
        out.field("attachments").startArray();
        for (AttachmentView attachment : attachments) {
            attachment.writeTo(out);
        }
        out.end().field("attachment_count", attachments.size());
    }
}
