package dev.ticketwire.event.stream;

import dev.ticketwire.event.stream.topic.StoredEvent;
import dev.ticketwire.osticket.selection.Redaction;
import dev.ticketwire.osticket.selection.Selection;
import dev.ticketwire.osticket.selection.View;

/** What a client gets of the events. Looks into them only if it has to. */
record Viewer(Selection selection) {
    boolean isTold(StoredEvent event) {
        return view(event) != View.HIDDEN;
    }

    View view(StoredEvent event) {
        if (event.isRepeat()) {
            return View.HIDDEN;
        }
        return selection.isEverything() ? View.WHOLE : selection.view(event.facts());
    }

    /** The CloudEvent as the client may see it, JSON in one line. */
    byte[] json(StoredEvent event) {
        return Redaction.apply(view(event), event.json());
    }
}
