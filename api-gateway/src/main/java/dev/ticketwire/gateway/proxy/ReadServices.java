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

/** The services behind the gateway. Each has its own connections; files have others, because a slow client holds them for long. */
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
        EVENTS("event-service", "event service"),
        WEBHOOKS("webhook-service", "webhook service"),
        MAILS("mail-service", "mail service");

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
            @ConfigProperty(name = "ticketwire.webhook.url") URI webhooks,
            @ConfigProperty(name = "ticketwire.mail-service.url") URI mails,
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
                Service.EVENTS, events,
                Service.WEBHOOKS, webhooks,
                Service.MAILS, mails);
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
        return send(service, new Request(method, uri, headers, Buffer.buffer()), identity(key), timeout);
    }

    static Identity identity(ApiKey key) {
        return new Identity(
                key.id(), key.settings().departments(), key.settings().seesNotes());
    }

    /** What is asked of a service. */
    record Request(HttpMethod method, String uri, MultiMap headers, Buffer body) {}

    /** As {@link #read}, on behalf of any identity, also for writes; those are never repeated. */
    Future<HttpClientResponse> send(Service service, Request request, Identity identity, Duration limit) {
        MultiMap headers = request.headers.set(Identity.HEADER, signer.token(service.id, identity));
        return Objects.requireNonNull(services.get(service))
                .send(request.method, request.uri, headers, request.body, limit);
    }

    /** A response with its whole body. */
    record FetchedResponse(int status, Buffer body) {}

    /** Sends a GET for JSON on behalf of the gateway itself, and reads the response; its head must come in time. */
    Future<FetchedResponse> fetch(Service service, String uri, Duration timeout) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.ACCEPT, "application/json");
        return send(service, new Request(HttpMethod.GET, uri, headers, Buffer.buffer()), Identity.GATEWAY, timeout)
                .compose(response -> body(response).map(body -> new FetchedResponse(response.statusCode(), body)));
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
