package dev.ticketwire.gateway.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at how the server is set up, before it listens. */
@ApplicationScoped
class ServerOptionsObserver implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        GuardedTransport.limits(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        GuardedTransport.limits(options);
    }
}
