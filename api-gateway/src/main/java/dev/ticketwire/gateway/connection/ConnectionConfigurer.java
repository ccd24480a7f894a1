package dev.ticketwire.gateway.connection;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Before the first connection comes in. */
@ApplicationScoped
class ConnectionConfigurer {
    void configure(@Observes StartupEvent event, ConnectionSettings settings) {
        GuardedTransport.deadline(settings.head());
    }
}
