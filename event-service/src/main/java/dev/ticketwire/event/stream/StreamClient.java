package dev.ticketwire.event.stream;

import dev.ticketwire.event.stream.topic.Cursor;
import dev.ticketwire.event.stream.topic.CursorExpired;
import dev.ticketwire.event.stream.topic.Entry;
import dev.ticketwire.event.stream.topic.EventFeed;
import dev.ticketwire.event.stream.topic.EventRing;
import dev.ticketwire.event.stream.topic.EventsUnavailable;
import dev.ticketwire.event.stream.topic.Frames;
import dev.ticketwire.event.stream.topic.PageSize;
import dev.ticketwire.event.stream.topic.Replay;
import dev.ticketwire.osticket.selection.View;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. First it reads older events from Kafka, a page when the client has taken the last one, until what
 * follows is in memory; from then on it is told of events as they come. Confined to the event loop of its connection.
 */
final class StreamClient {
    private static final PageSize PAGE = new PageSize(500, 512 << 10);
    private static final int SLICE = 200;
    private static final long RETRY_MILLIS = 1_000;
    private static final long NOT_FULL = -1;

    private final HttpServerResponse response;
    private final Viewer viewer;
    private final EventFeed feed;
    private final StreamMetrics metrics;
    private final Vertx vertx;
    private Cursor position;
    private Cursor told;
    private long sequence = -1;
    private boolean isCatchingUp = true;
    private boolean isReading;
    private boolean isEnded;
    private long fullSince = NOT_FULL;
    private long lastBeat = System.nanoTime();

    /** @param position where it begins */
    StreamClient(
            HttpServerResponse response,
            Viewer viewer,
            Cursor position,
            EventFeed feed,
            StreamMetrics metrics,
            Vertx vertx) {
        this.response = response;
        this.viewer = viewer;
        this.position = position;
        this.told = position;
        this.feed = feed;
        this.metrics = metrics;
        this.vertx = vertx;
    }

    /**
     * Begins to send.
     *
     * @param first what follows the position, null if nothing has been read yet
     */
    void start(@Nullable Replay first, long retryMillis) {
        response.drainHandler(ignored -> {
            fullSince = NOT_FULL;
            carryOn();
        });
        write(Frames.start(position, retryMillis));
        if (first == null) {
            carryOn();
        } else {
            tell(first);
        }
    }

    boolean isEnded() {
        return isEnded;
    }

    /** The connection is closed. */
    void closed() {
        isEnded = true;
    }

    /**
     * Sends what there is to be told, as much as the client takes now.
     *
     * @return whether there may be more
     */
    boolean goOn() {
        if (isEnded || isReading || isFull()) {
            return false;
        }
        if (sequence < 0 && !findRecent()) {
            readOlder();
            return false;
        }
        EventRing.Slice slice = feed.recent().read(sequence, SLICE);
        if (slice == null) {
            fallBack();
            return false;
        }
        return tell(slice);
    }

    /** Sends all that there is to be told, a batch at a time, so that other streams get their turn. */
    private void carryOn() {
        if (goOn()) {
            vertx.runOnContext(ignored -> carryOn());
        }
    }

    private boolean isFull() {
        if (!response.writeQueueFull()) {
            return false;
        }
        if (fullSince == NOT_FULL) {
            fullSince = System.nanoTime();
        }
        return true;
    }

    private boolean findRecent() {
        try {
            Cursor current = feed.current(position);
            sequence = feed.recent().find(current);
            if (sequence >= 0) {
                position = current;
                return true;
            }
        } catch (EventsUnavailable e) {
            // Asking for older events fails too, and is tried again.
        }
        return false;
    }

    /** What follows is no longer in memory: it is read from Kafka, as fast as the client takes it. */
    private void fallBack() {
        sequence = -1;
        isCatchingUp = true;
        readOlder();
    }

    private void readOlder() {
        isReading = true;
        feed.read(position, PAGE, viewer::isTold).onComplete(result -> {
            isReading = false;
            if (isEnded) {
                return;
            }
            if (result.succeeded()) {
                tell(result.result());
            } else if (result.cause() instanceof CursorExpired) {
                cutOff("expired", "the events to be sent next are no longer kept");
            } else {
                waitForTopic();
            }
        });
    }

    private void waitForTopic() {
        isReading = true;
        vertx.setTimer(RETRY_MILLIS, timer -> {
            isReading = false;
            carryOn();
        });
    }

    private void tell(Replay page) {
        FrameBatch batch = new FrameBatch();
        for (Replay.Told event : page.events()) {
            batch.add(Frames.event(event.after(), event.event().type(), viewer.json(event.event())));
            told = event.after();
        }
        position = page.next();
        send(batch);
        carryOn();
    }

    private boolean tell(EventRing.Slice slice) {
        FrameBatch batch = new FrameBatch();
        for (Entry entry : slice.entries()) {
            sequence++;
            boolean isNew = !position.isPast(entry.event());
            position = isCatchingUp ? position.later(entry.after()) : entry.after();
            isCatchingUp = isCatchingUp && !position.equals(entry.after());
            View view = isNew ? viewer.view(entry.event()) : View.HIDDEN;
            if (view != View.HIDDEN) {
                batch.add(frame(entry, view));
                told = position;
                if (batch.isFull()) {
                    send(batch);
                    return true;
                }
            }
        }
        position = position.later(slice.position());
        send(batch);
        return slice.entries().size() == SLICE;
    }

    /** The frame that all share, if this client is told neither less nor from another position. */
    private Buffer frame(Entry entry, View view) {
        return view == View.WHOLE && !isCatchingUp
                ? entry.frame()
                : Frames.event(position, entry.event().type(), viewer.json(entry.event()));
    }

    private void send(FrameBatch batch) {
        Buffer frames = batch.frames();
        if (frames != null) {
            write(frames);
            metrics.sent(batch.number());
        }
    }

    private void write(Buffer buffer) {
        if (!isEnded) {
            response.write(buffer);
        }
    }

    /** A sign of life, if it is due; ends the stream of a client that takes nothing. */
    void beat(long now, long everyNanos, long patienceNanos) {
        if (isEnded) {
            return;
        }
        if (isFull()) {
            if (now - fullSince > patienceNanos) {
                cutOff("slow", "the client was too slow");
            }
            return;
        }
        fullSince = NOT_FULL;
        if (now - lastBeat >= everyNanos) {
            lastBeat = now;
            write(position.equals(told) ? Frames.heartBeat() : Frames.heartBeat(position));
            told = position;
        }
    }

    private void cutOff(String reason, String text) {
        metrics.cutOff(reason);
        end(text);
    }

    /** Ends the stream; the client can resume from the last id that it got. */
    void end(String reason) {
        if (isEnded) {
            return;
        }
        if (response.writeQueueFull()) {
            response.reset();
        } else {
            response.end(Frames.end(reason));
        }
        isEnded = true;
    }
}
