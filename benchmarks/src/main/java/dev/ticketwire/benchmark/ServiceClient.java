package dev.ticketwire.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** HTTP client of the gateway or a service: one event loop, persistent connections, one request at a time on each. */
final class ServiceClient implements AutoCloseable {
    private static final int CONNECTIONS = 512;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final Consumer<RequestOptions> identity;

    ServiceClient(URI address, String key) {
        this(address, (RequestOptions request) -> request.putHeader("X-API-Key", key));
    }

    /** @param identity adds the caller's identity to a request */
    ServiceClient(URI address, Consumer<RequestOptions> identity) {
        this(address, identity, CONNECTIONS);
    }

    ServiceClient(URI address, Consumer<RequestOptions> identity, int connections) {
        this.identity = identity;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(address.getHost())
                .setDefaultPort(address.getPort())
                .setMaxPoolSize(connections)
                .setPipelining(false)
                .setKeepAlive(true));
    }

    /** @return whether the status was {@code expected}; the body is read to its end */
    CompletionStage<Boolean> post(String path, String json, int expected) {
        RequestOptions request = request(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
        return send(request, Buffer.buffer(json), expected);
    }

    /** As {@link #post}, answered as soon as the command is accepted. */
    CompletionStage<Boolean> postWithoutWaiting(String path, String json, int expected) {
        RequestOptions request = request(HttpMethod.POST, path)
                .putHeader("Content-Type", "application/json")
                .putHeader("Prefer", "respond-async");
        return send(request, Buffer.buffer(json), expected);
    }

    /** @return whether the status was {@code expected}; the body is read to its end */
    CompletionStage<Boolean> patch(String path, String json, int expected) {
        RequestOptions request = request(HttpMethod.PATCH, path).putHeader("Content-Type", "application/json");
        return send(request, Buffer.buffer(json), expected);
    }

    /** @return the body of the answer, whatever its status */
    CompletionStage<String> ask(String method, String path, String json) {
        RequestOptions request =
                request(HttpMethod.valueOf(method), path).putHeader("Content-Type", "application/json");
        return client.request(request)
                .compose(sent -> sent.send(Buffer.buffer(json)))
                .compose(response -> response.body().map(Buffer::toString))
                .toCompletionStage();
    }

    /** @return the status of the answer to a POST that waits at most a second for its outcome */
    CompletionStage<Integer> status(String path, String json) {
        RequestOptions request = request(HttpMethod.POST, path)
                .putHeader("Content-Type", "application/json")
                .putHeader("Prefer", "wait=1");
        return client.request(request)
                .compose(sent -> sent.send(Buffer.buffer(json)))
                .compose(response -> response.body().map(read -> response.statusCode()))
                .toCompletionStage();
    }

    /** @return whether the status was {@code expected}; the body is read to its end */
    CompletionStage<Boolean> get(String path, int expected) {
        return send(request(HttpMethod.GET, path), Buffer.buffer(), expected);
    }

    private RequestOptions request(HttpMethod method, String path) {
        RequestOptions request = new RequestOptions().setMethod(method).setURI(path);
        identity.accept(request);
        return request;
    }

    private CompletionStage<Boolean> send(RequestOptions options, Buffer body, int expected) {
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body().map(read -> response.statusCode() == expected))
                .otherwise(false)
                .toCompletionStage();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
