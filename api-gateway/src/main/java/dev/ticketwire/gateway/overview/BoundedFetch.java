package dev.ticketwire.gateway.overview;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.time.Duration;

/** GETs of small answers within a time: a longer or later one is a failure, and its connection is closed. */
final class BoundedFetch {
    /** Metrics, and both kinds of health. */
    private static final int CONNECTIONS = 3;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration timeout;

    BoundedFetch(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAliveTimeout(20)
                .setConnectTimeout((int) timeout.toMillis() / 2)
                .setDecompressionSupported(false));
    }

    /** An answer, of whatever status. */
    record Answer(int status, Buffer body) {}

    /** Why there is no answer, in words for an operator. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String why) {
            super(why, null, false, false);
        }
    }

    void close() {
        client.close();
    }

    /** @param most bytes of the body */
    Future<Answer> get(String address, int port, String uri, String accept, int most) {
        Promise<Answer> promise = Promise.promise();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address)
                .setPort(port)
                .setURI(uri)
                .putHeader(HttpHeaders.ACCEPT, accept);
        client.request(options).onFailure(promise::tryFail).onSuccess(request -> send(request, most, promise));
        return promise.future().recover(failure -> Future.failedFuture(explained(failure)));
    }

    private void send(HttpClientRequest request, int most, Promise<Answer> promise) {
        long timer = vertx.setTimer(
                timeout.toMillis(), late -> fail(request, promise, "no answer within " + timeout.toSeconds() + " s"));
        promise.future().onComplete(done -> vertx.cancelTimer(timer));
        request.send().onFailure(promise::tryFail).onSuccess(response -> collect(request, response, most, promise));
    }

    private static void collect(
            HttpClientRequest request, HttpClientResponse response, int most, Promise<Answer> promise) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(promise::tryFail);
        response.endHandler(end -> promise.tryComplete(new Answer(response.statusCode(), body)));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > most) {
                fail(request, promise, "the answer is longer than " + most + " bytes");
            } else {
                body.appendBuffer(chunk);
            }
        });
    }

    private static void fail(HttpClientRequest request, Promise<Answer> promise, String why) {
        promise.tryFail(new NoAnswer(why));
        request.reset();
    }

    private static NoAnswer explained(Throwable failure) {
        if (failure instanceof NoAnswer known) {
            return known;
        }
        return new NoAnswer(
                failure instanceof ConnectException
                        ? "the connection is refused"
                        : String.valueOf(failure.getMessage()));
    }
}
