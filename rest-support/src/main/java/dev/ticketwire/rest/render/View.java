package dev.ticketwire.rest.render;

import java.io.IOException;

/** A response body that can be written as JSON and as XML; a record that a reader returns. */
@FunctionalInterface
public interface View {
    /**
     * Writes this view as one value.
     *
     * @throws IOException never for a writer in memory
     */
    void writeTo(DocumentWriter out) throws IOException;
}
