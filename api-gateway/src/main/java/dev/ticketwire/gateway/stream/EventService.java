package dev.ticketwire.gateway.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The event service. Each stream has a connection of its own, apart from those of reads. */
@ApplicationScoped
class EventService {
    private static final String NAME = "event-service";
    private static final int CONNECT_MILLIS = 1_000;
    /** Beside streams. */
    private static final int SPARE_CONNECTIONS = 16;

    private final Vertx vertx;
    private final URI address;
    private final IdentitySigner signer;
    private final HttpClient client;

    EventService(
            Vertx vertx,
            StreamSettings settings,
            @ConfigProperty(name = "ticketwire.event.url") URI address,
            @ConfigProperty(name = "ticketwire.identity.private-key") String privateKey) {
        this.vertx = vertx;
        this.address = address;
        this.signer = new IdentitySigner(privateKey);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(settings.most() + SPARE_CONNECTIONS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Sends a request on behalf of {@code identity}.
     *
     * @param timeout maximum time to the head of the response
     * @return the response, paused: its body must be read, or the request reset
     */
    Future<HttpClientResponse> send(
            HttpMethod method, String uri, MultiMap headers, Buffer body, Identity identity, Duration timeout) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort() < 0 ? 80 : address.getPort())
                .setURI(uri)
                .setHeaders(headers.set(Identity.HEADER, signer.token(NAME, identity)));
        return client.request(options).compose(request -> sent(request, body, timeout));
    }

    private Future<HttpClientResponse> sent(HttpClientRequest request, Buffer body, Duration timeout) {
        long timer = vertx.setTimer(timeout.toMillis(), ignored -> request.reset());
        return request.send(body).onComplete(done -> vertx.cancelTimer(timer)).map(response -> {
            response.pause();
            return response;
        });
    }

    /** Reads the whole body of a small response. */
    Future<Buffer> body(HttpClientResponse from, Duration timeout) {
        long timer =
                vertx.setTimer(timeout.toMillis(), ignored -> from.request().reset());
        Future<Buffer> body = from.body();
        from.resume();
        return body.onComplete(done -> vertx.cancelTimer(timer));
    }
}
