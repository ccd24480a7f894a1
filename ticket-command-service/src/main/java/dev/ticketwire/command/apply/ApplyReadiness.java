package dev.ticketwire.command.apply;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while commands wait; names the reason. Liveness does not check this: waiting ends without a restart. */
@Readiness
@ApplicationScoped
class ApplyReadiness implements HealthCheck {
    private final ApplyState state;

    ApplyReadiness(ApplyState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        String reason = state.waitingFor();
        var response = HealthCheckResponse.named("commands are applied").status(reason == null);
        return (reason == null ? response : response.withData("waiting for", reason)).build();
    }
}
