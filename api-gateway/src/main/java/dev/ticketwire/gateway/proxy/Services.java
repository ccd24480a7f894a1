package dev.ticketwire.gateway.proxy;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import dev.ticketwire.osticket.reference.ApiKey;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The read services, over kept-alive connections; each has its own, and so have files, which take as long as their client. */
@ApplicationScoped
class Services {
    private final Map<Service, HttpClient> clients = new EnumMap<>(Service.class);
    private final Duration timeout;
    private final Map<Service, URI> addresses;
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

    Services(
            Vertx vertx,
            ReadSettings settings,
            @ConfigProperty(name = "ticketwire.query.url") URI query,
            @ConfigProperty(name = "ticketwire.subticket.url") URI subticket,
            @ConfigProperty(name = "ticketwire.stats.url") URI stats,
            @ConfigProperty(name = "ticketwire.identity.private-key") String privateKey) {
        this.signer = new IdentitySigner(privateKey);
        this.timeout = settings.timeout();
        this.addresses =
                Map.of(Service.QUERY, query, Service.FILES, query, Service.SUBTICKET, subticket, Service.STATS, stats);
        addresses.keySet().forEach(service -> clients.put(service, client(vertx, settings)));
    }

    private static HttpClient client(Vertx vertx, ReadSettings settings) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(30)
                .setMaxPoolSize(settings.connections())
                .setMaxWaitQueueSize(2000)
                .setConnectTimeout(1000)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false));
    }

    /**
     * Sends a GET on behalf of a key. A connection that the service closed just now is no failure: it is asked once more
     * over a new one.
     */
    Future<HttpClientResponse> get(Service service, String uri, MultiMap headers, ApiKey key) {
        Identity identity = new Identity(key.id(), key.settings().departments());
        return get(service, uri, headers.set(Identity.HEADER, signer.token(service.id, identity)), timeout);
    }

    /** As above, on behalf of the gateway itself and for JSON; {@code patience} is how long the head of the answer may take. */
    Future<HttpClientResponse> get(Service service, String uri, Duration patience) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(Identity.HEADER, signer.token(service.id, Identity.GATEWAY));
        return get(service, uri, headers, patience);
    }

    private Future<HttpClientResponse> get(Service service, String uri, MultiMap headers, Duration patience) {
        return send(service, uri, headers, patience)
                .recover(failure -> failure instanceof TimeoutException
                        ? Future.failedFuture(failure)
                        : send(service, uri, headers, patience));
    }

    private Future<HttpClientResponse> send(Service service, String uri, MultiMap headers, Duration patience) {
        URI base = Objects.requireNonNull(addresses.get(service));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(base.getHost())
                .setPort(base.getPort() < 0 ? 80 : base.getPort())
                .setURI(uri)
                .setTimeout(patience.toMillis())
                .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(headers));
        return Objects.requireNonNull(clients.get(service)).request(options).compose(HttpClientRequest::send);
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
