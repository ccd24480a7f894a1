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
 * A gateway without checks: the same HTTP server and client, which forward every GET, signed, to the query service.
 * Runs as a separate process, started like the services.
 */
final class BareProxy {
    /** The gateway's number of connections to a service. */
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
