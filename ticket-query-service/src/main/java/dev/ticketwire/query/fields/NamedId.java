package dev.ticketwire.query.fields;

import dev.ticketwire.rest.render.DocumentWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A reference to another row, with its name.
 *
 * @param id null if there is no such row
 */
public record NamedId(@Nullable Integer id, @Nullable String name) {
    static final NamedId NONE = new NamedId(null, null);

    /** Writes two fields of an object. */
    public void writeTo(DocumentWriter out, String idField, String nameField) throws IOException {
        out.nullableField(idField, id).field(nameField, name);
    }
}
