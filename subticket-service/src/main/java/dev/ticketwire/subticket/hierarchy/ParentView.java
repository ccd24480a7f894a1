package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The parent of a ticket; null if it has none that the caller may see. */
record ParentView(@Nullable RelativeView parent) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startObject().field("parent");
        if (parent == null) {
            out.nullValue();
        } else {
            parent.writeTo(out);
        }
        out.end();
    }
}
