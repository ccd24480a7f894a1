package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import dev.ticketwire.osticket.reference.ApiKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The read services. Each has its own connections; files have others, because a slow client holds them for long. */
@ApplicationScoped
class ReadServices {
    private final Map<Service, ReadServiceClient> services = new EnumMap<>(Service.class);
    private final Vertx vertx;
    private final Duration timeout;
    private final Duration stalled;
    private final ResponsePipe pipe;
    private final IdentitySigner signer;

    enum Service {
        QUERY("ticket-query-service", "query service"),
        FILES("ticket-query-service", "query service"),
        SUBTICKET("subticket-service", "subticket service"),
        STATS("stats-service", "stats service"),
        EVENTS("event-service", "event service");

        private final String id;
        private final String title;

        Service(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** For metrics. */
        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For messages to the caller. */
        String title() {
            return title;
        }
    }

    ReadServices(
            Vertx vertx,
            ReadSettings settings,
            MeterRegistry meters,
            @ConfigProperty(name = "ticketwire.query.url") URI query,
            @ConfigProperty(name = "ticketwire.subticket.url") URI subticket,
            @ConfigProperty(name = "ticketwire.stats.url") URI stats,
            @ConfigProperty(name = "ticketwire.event.url") URI events,
            @ConfigProperty(name = "ticketwire.identity.private-key") String privateKey) {
        this.signer = new IdentitySigner(privateKey);
        this.vertx = vertx;
        this.timeout = settings.timeout();
        this.stalled = settings.stalled();
        this.pipe = new ResponsePipe(vertx, stalled);
        Map<Service, URI> urls = Map.of(
                Service.QUERY, query,
                Service.FILES, query,
                Service.SUBTICKET, subticket,
                Service.STATS, stats,
                Service.EVENTS, events);
        urls.forEach((service, url) ->
                services.put(service, new ReadServiceClient(service.tag(), url, vertx, settings, meters)));
    }

    @PreDestroy
    void close() {
        services.values().forEach(ReadServiceClient::close);
    }

    /**
     * Sends a GET or a HEAD on behalf of a key, and waits for the head of the response. {@link #body}, {@link #pipe} or
     * a reset must follow.
     */
    Future<HttpClientResponse> read(Service service, HttpMethod method, String uri, MultiMap headers, ApiKey key) {
        Identity identity = new Identity(
                key.id(), key.settings().departments(), key.settings().seesNotes());
        return send(service, method, uri, headers.set(Identity.HEADER, signer.token(service.id, identity)), timeout);
    }

    /** A response with its whole body. */
    record FetchedResponse(int status, Buffer body) {}

    /** Sends a GET for JSON on behalf of the gateway itself, and reads the response; its head must come in time. */
    Future<FetchedResponse> fetch(Service service, String uri, Duration timeout) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(Identity.HEADER, signer.token(service.id, Identity.GATEWAY));
        return send(service, HttpMethod.GET, uri, headers, timeout)
                .compose(response -> body(response).map(body -> new FetchedResponse(response.statusCode(), body)));
    }

    private Future<HttpClientResponse> send(
            Service service, HttpMethod method, String uri, MultiMap headers, Duration timeout) {
        return Objects.requireNonNull(services.get(service)).send(method, uri, headers, timeout);
    }

    /** Reads the whole body of a small response. Fails if it takes longer than a stall may. */
    Future<Buffer> body(HttpClientResponse from) {
        long timer =
                vertx.setTimer(stalled.toMillis(), ignored -> from.request().reset());
        Future<Buffer> body = from.body();
        from.resume();
        return body.onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Streams the body to the client, at the client's pace. Fails if it stalls. */
    Future<Void> pipe(HttpClientResponse from, HttpServerResponse to) {
        return pipe.pipe(from, to);
    }

    /** Percent-encodes a path segment, including dots: {@code ..} must not leave the path. */
    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }
}
