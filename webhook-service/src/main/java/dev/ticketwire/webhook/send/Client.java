package dev.ticketwire.webhook.send;

import dev.ticketwire.rest.TrustedCertificates;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP client of all attempts: HTTP/1.1, no proxy, cookie, redirect or decompression. Its connections are kept by
 * address and host name, so one is only used for the address and name it was made for.
 */
final class Client {
    private static final String CERTIFICATES = "ticketwire.webhooks.certificates";
    private static final int LONGEST_STATUS_LINE = 4_096;
    private static final int LARGEST_HEADERS = 16_384;
    /** Below the five seconds after which many servers close. */
    private static final int KEPT_SECONDS = 3;

    private final HttpClient http;
    /** Connections that no request has been sent on. */
    private final Set<HttpConnection> unused = ConcurrentHashMap.newKeySet();

    Client(Vertx vertx, SendSettings settings) {
        http = vertx.createHttpClient(options(settings));
        http.connectionHandler(connection -> {
            unused.add(connection);
            // Otherwise Vert.x logs parts of answers. Requests are told of it, too.
            connection.exceptionHandler(failure -> {});
            connection.closeHandler(closed -> unused.remove(connection));
        });
    }

    private static HttpClientOptions options(SendSettings settings) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setMaxPoolSize(settings.connectionsPerHost())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setSslHandshakeTimeout(settings.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setMaxInitialLineLength(LONGEST_STATUS_LINE)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setDecompressionSupported(false)
                .setTcpNoDelay(true)
                // Receivers are not told of traces.
                .setTracingPolicy(TracingPolicy.IGNORE);
        settings.certificates()
                .ifPresent(file -> options.setTrustOptions(
                        TrustOptions.wrap(TrustedCertificates.with(CERTIFICATES, Path.of(file)))));
        return options;
    }

    HttpClient http() {
        return http;
    }

    /** Whether the connection is new; true only once. */
    boolean isFirstUse(HttpConnection connection) {
        return unused.remove(connection);
    }
}
