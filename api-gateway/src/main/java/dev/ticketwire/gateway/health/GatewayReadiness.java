package dev.ticketwire.gateway.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when it should get requests ({@link Serving}); names what is missing, also of a ready gateway. */
@Readiness
@ApplicationScoped
class GatewayReadiness implements HealthCheck {
    private final GatewayStatus status;

    GatewayReadiness(GatewayStatus status) {
        this.status = status;
    }

    @Override
    public HealthCheckResponse call() {
        boolean reference = status.hasReferenceData();
        boolean assigned = status.hasPartition();
        boolean broker = status.isBrokerReachable();
        return HealthCheckResponse.named("gateway")
                .withData("reference data", reference ? "available" : "missing: the database cannot be read")
                .withData("outcomes", assigned ? "assigned" : "missing: no partition of the outcomes topic is assigned")
                .withData("kafka", broker ? "reachable" : "missing: no broker answers")
                .status(status.isServing())
                .build();
    }
}
