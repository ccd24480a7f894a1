package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.gateway.proxy.ReadServices.Request;
import dev.ticketwire.gateway.proxy.ReadServices.Service;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The webhook service, which keeps the subscriptions. Its answers are those of the API: JSON, NDJSON, or problems (read
 * by {@link ServiceProblems}).
 */
@ApplicationScoped
public class WebhookClient {
    /** Larger requests need not be forwarded. */
    public static final long LARGEST_BODY = 64 * 1024;

    /** A test waits for the receiver. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ReadServices services;

    WebhookClient(ReadServices services) {
        this.services = services;
    }

    /**
     * Sends a request on behalf of {@code identity}: {@link Identity#GATEWAY} for an operator. A write is never
     * repeated. Fails if the service is away, does not answer in time, or is left alone for a while; answer {@link
     * #away} then.
     *
     * @param uri path and query, e.g. {@code /webhooks/7/pause}
     * @param headers {@code Accept}, {@code Content-Type}, {@code If-Match}, {@code Idempotency-Key} and the like
     * @param body empty for none
     * @return the response, paused: {@link #body}, {@link #pipe} or a reset must follow
     */
    public Future<HttpClientResponse> send(
            HttpMethod method, String uri, MultiMap headers, Buffer body, Identity identity) {
        return services.send(Service.WEBHOOKS, new Request(method, uri, headers, body), identity, TIMEOUT);
    }

    /** Reads the whole body of a small response. */
    public Future<Buffer> body(HttpClientResponse from) {
        return services.body(from);
    }

    /** Streams the body to the client, at the client's pace. Fails if it stalls. */
    public Future<Void> pipe(HttpClientResponse from, HttpServerResponse to) {
        return services.pipe(from, to);
    }

    /** The answer while it cannot be reached: 503. */
    public static Refusal away() {
        return Refusal.unavailable("The webhook service cannot be reached, try again later");
    }
}
