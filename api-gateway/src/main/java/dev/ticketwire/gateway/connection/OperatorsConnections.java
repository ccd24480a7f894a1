package dev.ticketwire.gateway.connection;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** On the operator's address requests begin and end too; some take longer there than a head may. */
@ApplicationScoped
class OperatorsConnections {
    void register(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(context -> {
            HttpServerRequest request = context.request();
            HeadDeadline.begun(request);
            context.addEndHandler(ended -> HeadDeadline.answered(request));
            context.next();
        });
    }
}
