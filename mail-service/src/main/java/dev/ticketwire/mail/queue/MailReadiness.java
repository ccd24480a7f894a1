package dev.ticketwire.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while mails are claimed and settled, or while there are none. Says what is missing, and which SMTP servers
 * cannot be used, which is no reason not to be ready. Liveness checks none of this.
 */
@Readiness
@ApplicationScoped
class MailReadiness implements HealthCheck {
    private final MailSending sending;

    MailReadiness(MailSending sending) {
        this.sending = sending;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> problems = sending.problems();
        List<String> away = sending.away();
        var response = HealthCheckResponse.named("mails are sent")
                .status(problems.isEmpty())
                .withData("mails", sending.isOn() ? "on" : "off: no SMTP relay is set");
        if (!problems.isEmpty()) {
            response.withData("waiting for", String.join("\n", problems));
        }
        if (!away.isEmpty()) {
            response.withData("SMTP servers that cannot be used", String.join(", ", away));
        }
        return response.build();
    }
}
