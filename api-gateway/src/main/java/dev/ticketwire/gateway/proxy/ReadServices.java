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
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The read services; each has its own connections, and so have files, which take as long as their client. */
@ApplicationScoped
class ReadServices {
    private final Map<Service, ReadServiceClient> services = new EnumMap<>(Service.class);
    private final Vertx vertx;
    private final Duration timeout;
    private final Duration stalled;
    private final ResponsePipe pipe;
    private final IdentitySigner signer;

    enum Service {
        QUERY("ticket-query-service"),
        FILES("ticket-query-service"),
        SUBTICKET("subticket-service"),
        STATS("stats-service");

        private final String id;

        Service(String id) {
            this.id = id;
        }
    }

    ReadServices(
            Vertx vertx,
            ReadSettings settings,
            MeterRegistry meters,
            @ConfigProperty(name = "ticketwire.query.url") URI query,
            @ConfigProperty(name = "ticketwire.subticket.url") URI subticket,
            @ConfigProperty(name = "ticketwire.stats.url") URI stats,
            @ConfigProperty(name = "ticketwire.identity.private-key") String privateKey) {
        this.signer = new IdentitySigner(privateKey);
        this.vertx = vertx;
        this.timeout = settings.timeout();
        this.stalled = settings.stalled();
        this.pipe = new ResponsePipe(vertx, stalled);
        Map.of(Service.QUERY, query, Service.FILES, query, Service.SUBTICKET, subticket, Service.STATS, stats)
                .forEach((service, address) -> services.put(
                        service,
                        new ReadServiceClient(
                                service.name().toLowerCase(Locale.ROOT), address, vertx, settings, meters)));
    }

    @PreDestroy
    void close() {
        services.values().forEach(ReadServiceClient::close);
    }

    /**
     * Sends a GET or a HEAD on behalf of a key, and waits for the head of its answer; then {@link #body}, {@link #pipe} or a
     * reset has to follow.
     */
    Future<HttpClientResponse> read(Service service, HttpMethod method, String uri, MultiMap headers, ApiKey key) {
        Identity identity = new Identity(
                key.id(), key.settings().departments(), key.settings().seesNotes());
        return send(service, method, uri, headers.set(Identity.HEADER, signer.token(service.id, identity)), timeout);
    }

    /** An answer that has been read to its end. */
    record Whole(int status, Buffer body) {}

    /**
     * Sends a GET for JSON on behalf of the gateway itself, and reads the answer; {@code patience} is how long its head may
     * take.
     */
    Future<Whole> whole(Service service, String uri, Duration patience) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(Identity.HEADER, signer.token(service.id, Identity.GATEWAY));
        return send(service, HttpMethod.GET, uri, headers, patience)
                .compose(response -> body(response).map(body -> new Whole(response.statusCode(), body)));
    }

    private Future<HttpClientResponse> send(
            Service service, HttpMethod method, String uri, MultiMap headers, Duration patience) {
        return Objects.requireNonNull(services.get(service)).send(method, uri, headers, patience);
    }

    /** All of an answer that is small. Fails if it has not come within the time in which at least a byte should. */
    Future<Buffer> body(HttpClientResponse from) {
        long timer =
                vertx.setTimer(stalled.toMillis(), ignored -> from.request().reset());
        Future<Buffer> body = from.body();
        from.resume();
        return body.onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Passes an answer's bytes on, at the pace of who reads them. Fails if no more of them come. */
    Future<Void> pipe(HttpClientResponse from, HttpServerResponse to) {
        return pipe.through(from, to);
    }

    /** Percent-encodes everything that means something in a path. */
    static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder(segment.length() + 8);
        for (byte b : segment.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_') {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }

    /** Names for what is away, in the answer. */
    static final Map<Service, String> NAMES = Map.of(
            Service.QUERY,
            "query service",
            Service.FILES,
            "query service",
            Service.SUBTICKET,
            "subticket service",
            Service.STATS,
            "stats service");
}
