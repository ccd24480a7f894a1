package dev.ticketwire.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Many clients of the stream of events, each on a connection of its own, on one event loop. */
final class StreamClients implements AutoCloseable {
    private static final byte[] ID = "\"id\":\"".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Consumer<String> events;
    private final LongAdder ended = new LongAdder();
    private volatile boolean closing;

    private StreamClients(Consumer<String> events) {
        this.events = events;
    }

    /**
     * Connects them one after the other.
     *
     * @param identity adds the caller's identity to a request
     * @param events takes the id of each event of each client, on one thread
     */
    static StreamClients open(URI address, Consumer<RequestOptions> identity, int count, Consumer<String> events)
            throws Exception {
        StreamClients clients = new StreamClients(events);
        HttpClient client = clients.vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(address.getHost())
                .setDefaultPort(address.getPort())
                .setMaxPoolSize(count));
        for (int i = 0; i < count; i++) {
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setURI("/events")
                    .putHeader("Accept", "text/event-stream");
            identity.accept(request);
            clients.connect(client, request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        }
        return clients;
    }

    private Future<Void> connect(HttpClient client, RequestOptions options) {
        return client.request(options).compose(request -> request.send()).compose(this::follow);
    }

    private Future<Void> follow(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return response.body()
                    .compose(
                            body -> Future.failedFuture("a stream was refused: " + response.statusCode() + " " + body));
        }
        response.handler(RecordParser.newDelimited("\n\n", this::read));
        response.exceptionHandler(failure -> ended.increment());
        response.endHandler(end -> ended.increment());
        return Future.succeededFuture();
    }

    private void read(Buffer frame) {
        byte[] bytes = frame.getBytes();
        int at = indexOf(bytes, ID);
        if (at >= 0 && !closing) {
            int end = at;
            while (bytes[end] != '"') {
                end++;
            }
            events.accept(new String(bytes, at, end - at, StandardCharsets.UTF_8));
        }
    }

    /** Behind the first occurrence; -1 if there is none. */
    private static int indexOf(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length < bytes.length; i++) {
            int matched = 0;
            while (matched < sought.length && bytes[i + matched] == sought[matched]) {
                matched++;
            }
            if (matched == sought.length) {
                return i + matched;
            }
        }
        return -1;
    }

    /** Streams that have ended by themselves. */
    long ended() {
        return ended.sum();
    }

    @Override
    public void close() {
        closing = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
