package dev.ticketwire.command.apply;

import dev.ticketwire.osticket.mail.MailSwitch;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while commands wait; names the reason, and says whether mails are decided. Liveness does not check this:
 * waiting ends without a restart.
 */
@Readiness
@ApplicationScoped
class ApplyReadiness implements HealthCheck {
    private final ApplyState state;
    private final MailSwitch mails;

    ApplyReadiness(ApplyState state, MailSwitch mails) {
        this.state = state;
        this.mails = mails;
    }

    @Override
    public HealthCheckResponse call() {
        String reason = state.waitingFor();
        var response = HealthCheckResponse.named("commands are applied")
                .status(reason == null)
                .withData("mails", mails.isOn() ? "on" : "off");
        return (reason == null ? response : response.withData("waiting for", reason)).build();
    }
}
