package dev.ticketwire.gateway.connection;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Reports requests of the management address to {@link RequestHeadTimeout}: some take longer than a head may. */
@ApplicationScoped
class ManagementConnections {
    void register(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(context -> {
            HttpServerRequest request = context.request();
            RequestHeadTimeout.headReceived(request);
            context.addEndHandler(ended -> RequestHeadTimeout.responseSent(request));
            context.next();
        });
    }
}
