package dev.ticketwire.gateway.connection;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Passes the configuration to {@link GuardedTransport}, which Vert.x creates without injection. */
@ApplicationScoped
class ConnectionConfigurer implements HttpServerOptionsCustomizer {
    void configure(@Observes StartupEvent event, ConnectionSettings settings) {
        GuardedTransport.headTimeout(settings.head());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        GuardedTransport.serverOptions(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        GuardedTransport.serverOptions(options);
    }
}
