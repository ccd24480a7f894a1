package dev.ticketwire.rest.render;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Writes every {@link View} as JSON or XML, as negotiated. */
@Provider
@Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
public class ViewBodyWriter extends WholeBodyWriter<View> {
    @Override
    protected Body body(View view, MediaType mediaType) throws IOException {
        if (view instanceof RenderedView rendered) {
            return rendered.body(mediaType);
        }
        DocumentWriter out = DocumentWriters.ofType(mediaType);
        view.writeTo(out);
        return new Body(out.contentType(), out.toByteArray());
    }
}
