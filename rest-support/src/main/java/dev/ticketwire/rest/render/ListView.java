package dev.ticketwire.rest.render;

import java.io.IOException;
import java.util.List;

/** Several views as an array, in the order of the list. */
public record ListView<T extends View>(List<T> items) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        out.startArray();
        for (T item : items) {
            item.writeTo(out);
        }
        out.end();
    }
}
