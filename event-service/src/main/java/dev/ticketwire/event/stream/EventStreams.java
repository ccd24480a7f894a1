package dev.ticketwire.event.stream;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.event.stream.topic.Cursor;
import dev.ticketwire.event.stream.topic.EventFeed;
import dev.ticketwire.event.stream.topic.PageSize;
import dev.ticketwire.event.stream.topic.Replay;
import dev.ticketwire.rest.drain.ConnectionsRefused;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The open streams. */
@ApplicationScoped
class EventStreams {
    private static final PageSize FIRST = new PageSize(500, 512 << 10);

    private final Vertx vertx;
    private final EventFeed feed;
    private final StreamSettings settings;
    private final StreamMetrics metrics;
    /** By the thread of the event loop. */
    private final Map<Thread, StreamLoop> loops = new ConcurrentHashMap<>();

    private volatile boolean isStopping;

    EventStreams(Vertx vertx, EventFeed feed, StreamSettings settings, StreamMetrics metrics) {
        this.vertx = vertx;
        this.feed = feed;
        this.settings = settings;
        this.metrics = metrics;
        feed.onEvents(() -> loops.values().forEach(StreamLoop::wake));
    }

    /** Before the server waits for open requests, which streams would be for ever. */
    void stop(@Observes ConnectionsRefused event) {
        isStopping = true;
        loops.values().forEach(loop -> loop.endAll("the service stops"));
    }

    /**
     * Opens a stream, or only says that it could be opened, for a HEAD.
     *
     * @return fails as {@link EventFeed#read} does, before anything is sent
     * @throws Refused 503 if there are too many, or the service stops
     */
    Future<?> open(HttpServerRequest request, EventRequest wanted) {
        if (isStopping) {
            throw Refused.unavailable("The service stops, connect again");
        }
        if (metrics.opened() > settings.most()) {
            metrics.closed();
            throw Refused.unavailable("Too many event streams are open, try again later");
        }
        StreamLoop loop = loops.computeIfAbsent(
                Thread.currentThread(),
                thread -> new StreamLoop(VertxContext.getRootContext(vertx.getOrCreateContext()), settings));
        return first(wanted)
                .onFailure(failure -> metrics.closed())
                .onSuccess(first -> start(request, wanted, first, loop));
    }

    /** Where the stream begins, and what comes first if that was read already. */
    private record Start(Cursor position, @Nullable Replay replay) {}

    private Future<Start> first(EventRequest wanted) {
        try {
            Cursor after = wanted.fromNow() ? feed.now() : wanted.after();
            return after != null && feed.isRecent(after)
                    ? Future.succeededFuture(new Start(feed.current(after), null))
                    : feed.read(after, FIRST, wanted.viewer()::isTold)
                            .map(replay -> new Start(after == null ? replay.from() : feed.current(after), replay));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void start(HttpServerRequest request, EventRequest wanted, Start first, StreamLoop loop) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            metrics.closed();
            return;
        }
        head(response);
        if (request.method() == HttpMethod.HEAD) {
            metrics.closed();
            response.end();
            return;
        }
        StreamClient client = new StreamClient(response, wanted.viewer(), first.position(), feed, metrics, vertx);
        loop.add(client);
        if (!wanted.fromNow()) {
            metrics.resumed();
        }
        onClose(response, () -> {
            loop.remove(client);
            metrics.closed();
        });
        client.start(first.replay(), settings.retry().toMillis());
    }

    private static void head(HttpServerResponse response) {
        response.putHeader("Content-Type", EventRequest.STREAM).putHeader("Cache-Control", "no-store");
        response.setChunked(true);
    }

    /** Both may happen. */
    private static void onClose(HttpServerResponse response, Runnable work) {
        boolean[] isDone = new boolean[1];
        Runnable once = () -> {
            if (!isDone[0]) {
                isDone[0] = true;
                work.run();
            }
        };
        response.exceptionHandler(failure -> once.run());
        response.closeHandler(closed -> once.run());
        response.endHandler(ended -> once.run());
    }
}
