package dev.ticketwire.query.thread;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to an entry.
 *
 * @param name of the attachment, or else of the file
 * @param size in bytes, as stored
 * @param type media type, as stored
 */
record AttachmentView(
        long id,
        long fileId,
        @Nullable String name,
        long size,
        @Nullable String type,
        boolean isInline) implements View {

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("id", id).field("file_id", fileId);
        out.field("filename", name).field("size", size);
        out.field("mime_type", type).field("inline", isInline).end();
    }
}
