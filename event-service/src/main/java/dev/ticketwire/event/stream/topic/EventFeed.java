package dev.ticketwire.event.stream.topic;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events from any position on: from memory where they are there, else from Kafka. */
@ApplicationScoped
public class EventFeed {
    private static final int SLICE = 500;

    private final EventTail tail;
    private final ReplayPool replays;

    EventFeed(EventTail tail, ReplayPool replays) {
        this.tail = tail;
        this.replays = replays;
    }

    public EventRing recent() {
        return tail.ring();
    }

    /** Runs {@code listener} after new events; it must not block. */
    public void onEvents(Runnable listener) {
        tail.onEvents(listener);
    }

    /**
     * The position after the latest event.
     *
     * @throws EventsUnavailable while Kafka is away, or there is no topic
     */
    public Cursor now() {
        return tail.now();
    }

    /**
     * Whether what follows a position is in memory.
     *
     * @throws EventsUnavailable while Kafka is away, or there is no topic
     */
    public boolean isRecent(Cursor position) {
        Cursor known = tail.known(position);
        return known != null && tail.now().covers(known) && tail.ring().find(known) >= 0;
    }

    /** The cursor for the topic as it is now, which may have further partitions. */
    public Cursor current(Cursor cursor) {
        Cursor known = tail.known(cursor);
        return known == null ? cursor : known;
    }

    /**
     * Reads a page of events.
     *
     * @param from null for the beginning of what is kept
     * @param wanted whether an event is one of the page; may be called on another thread
     * @return fails with {@link CursorExpired} if events after the position are no longer kept, and with {@link
     *     EventsUnavailable} while the topic cannot be read, or too many wait for that
     */
    public Future<Replay> read(@Nullable Cursor from, PageSize most, Predicate<StoredEvent> wanted) {
        Replay recent = from == null || !isRecent(from) ? null : recent(current(from), most, wanted);
        return recent == null ? replays.read(from, most, wanted) : Future.succeededFuture(recent);
    }

    /** Null if the events have just left the memory. */
    private @Nullable Replay recent(Cursor from, PageSize most, Predicate<StoredEvent> wanted) {
        List<Replay.Told> events = new ArrayList<>();
        Cursor at = from;
        long sequence = tail.ring().find(from);
        long bytes = 0;
        while (true) {
            EventRing.Slice slice = tail.ring().read(sequence, SLICE);
            if (slice == null) {
                return null;
            }
            for (Entry entry : slice.entries()) {
                if (!most.hasRoom(events.size(), bytes)) {
                    return new Replay(from, events, at);
                }
                boolean isNew = !at.isPast(entry.event());
                at = at.later(entry.after());
                if (isNew && wanted.test(entry.event())) {
                    events.add(new Replay.Told(entry.event(), at));
                    bytes += entry.event().json().length;
                }
            }
            at = at.later(slice.position());
            if (slice.entries().size() < SLICE) {
                return new Replay(from, events, at);
            }
            sequence += SLICE;
        }
    }
}
