package dev.ticketwire.gateway.connection;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** On the operator's address requests begin and end too; some take longer there than a head may. */
@ApplicationScoped
class ManagementConnections {
    void register(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(context -> {
            HttpServerRequest request = context.request();
            RequestHeadTimeout.begun(request);
            context.addEndHandler(ended -> RequestHeadTimeout.answered(request));
            context.next();
        });
    }
}
