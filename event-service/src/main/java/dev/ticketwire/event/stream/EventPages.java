package dev.ticketwire.event.stream;

import dev.ticketwire.event.stream.topic.Cursor;
import dev.ticketwire.event.stream.topic.EventFeed;
import dev.ticketwire.event.stream.topic.PageSize;
import dev.ticketwire.event.stream.topic.Replay;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes pages of events: {@code {"events":[…],"next":"…"}}. */
@ApplicationScoped
class EventPages {
    private static final long MAX_BYTES = 4 << 20;

    private final EventFeed feed;

    EventPages(EventFeed feed) {
        this.feed = feed;
    }

    /** Fails as {@link EventFeed#read} does. */
    Future<Buffer> page(EventRequest request) {
        if (request.fromNow()) {
            Cursor now = feed.now();
            return Future.succeededFuture(json(new Replay(now, List.of(), now), request.viewer()));
        }
        Viewer viewer = request.viewer();
        return feed.read(request.after(), new PageSize(request.limit(), MAX_BYTES), viewer::isTold)
                .map(page -> json(page, viewer));
    }

    private static Buffer json(Replay page, Viewer viewer) {
        Buffer json = Buffer.buffer("{\"events\":[");
        String separator = "";
        for (Replay.Told told : page.events()) {
            json.appendString(separator).appendBytes(viewer.json(told.event()));
            separator = ",";
        }
        return json.appendString("],\"next\":\"" + page.next().text() + "\"}");
    }
}
