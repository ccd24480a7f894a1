package dev.ticketwire.subticket.hierarchy;

import dev.ticketwire.rest.render.DocumentWriter;
import dev.ticketwire.rest.render.ListView;
import dev.ticketwire.rest.render.View;
import java.io.IOException;

/** The children of a ticket, oldest first. */
record ChildrenView(ListView<RelativeView> children) implements View {
    @Override
    public void writeTo(DocumentWriter out) throws IOException {
        children.writeTo(out.startObject().field("children"));
        out.end();
    }
}
