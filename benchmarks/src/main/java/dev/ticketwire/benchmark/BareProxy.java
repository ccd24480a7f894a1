package dev.ticketwire.benchmark;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;

/**
 * What the gateway would be without its checks: the HTTP server and client that it has, which pass every GET on to the
 * query service, signed, and its answer back. A process of its own, started as the services are.
 */
final class BareProxy {
    /** As many as the gateway has to a service. */
    private static final int CONNECTIONS = 64;

    private final IdentitySigner signer;
    private final HttpClient client;

    private BareProxy(Vertx vertx, URI service, String identityKey) {
        this.signer = new IdentitySigner(identityKey);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAlive(true)
                .setTcpNoDelay(true));
    }

    /** Arguments: home of the suite, port. */
    public static void main(String[] arguments) throws Exception {
        SuiteEnvironment environment = SuiteEnvironment.of(Path.of(arguments[0]));
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
        BareProxy proxy = new BareProxy(vertx, environment.service("query"), environment.identityKey());
        ComparisonProcess.serve(vertx, Integer.parseInt(arguments[1]), proxy::handle);
    }

    private void handle(HttpServerRequest request) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setURI(request.uri())
                .putHeader("Accept", "application/json")
                .putHeader(Identity.HEADER, signer.token("ticket-query-service", Identity.GATEWAY));
        client.request(options)
                .compose(sent -> sent.send())
                .compose(answer -> answer.body()
                        .compose(body -> request.response()
                                .setStatusCode(answer.statusCode())
                                .putHeader("Content-Type", "application/json; charset=UTF-8")
                                .end(body)))
                .onFailure(failure -> request.response().setStatusCode(502).end());
    }
}
