package dev.ticketwire.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while events become deliveries and these are sent; says what is missing. Liveness checks none of this. */
@Readiness
@ApplicationScoped
class DeliveryReadiness implements HealthCheck {
    private final DeliveryService service;

    DeliveryReadiness(DeliveryService service) {
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> problems = service.problems();
        var response = HealthCheckResponse.named("webhooks are delivered").status(problems.isEmpty());
        return (problems.isEmpty() ? response : response.withData("waiting for", String.join("\n", problems))).build();
    }
}
