package dev.ticketwire.stats.report;

import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The common value of tickets in a {@link Dimension}.
 *
 * @param id a {@link Long}, or the name of a source
 * @param name null if there is no such row
 */
record Group(Object id, @Nullable String name) {
    /** Writes the fields {@code id} and {@code name} of an object. */
    void writeTo(DocumentWriter out) throws IOException {
        if (id instanceof Long number) {
            out.field("id", number);
        } else {
            out.field("id", id.toString());
        }
        out.field("name", name);
    }
}
