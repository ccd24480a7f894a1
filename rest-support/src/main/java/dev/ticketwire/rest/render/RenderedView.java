package dev.ticketwire.rest.render;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A view that is asked for again and again: it is written once as JSON, and once as XML. Thread-safe. */
public final class RenderedView implements View {
    private final View view;
    private final ConcurrentMap<String, WholeBodyWriter.Body> bodies = new ConcurrentHashMap<>();

    /** @param view does not change any more */
    public RenderedView(View view) {
        this.view = view;
    }

    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        view.writeTo(out);
    }

    WholeBodyWriter.Body body(@Nullable MediaType type) throws IOException {
        DocumentWriter out = DocumentWriters.ofType(type);
        WholeBodyWriter.Body known = bodies.get(out.contentType());
        if (known != null) {
            return known;
        }
        view.writeTo(out);
        WholeBodyWriter.Body body = new WholeBodyWriter.Body(out.contentType(), out.toByteArray());
        bodies.put(out.contentType(), body);
        return body;
    }
}
