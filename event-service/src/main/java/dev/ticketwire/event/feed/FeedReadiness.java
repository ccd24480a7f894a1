package dev.ticketwire.event.feed;

import dev.ticketwire.event.feed.store.CaptureState.ToldGap;
import dev.ticketwire.event.feed.store.StateTopic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready if this replica captures, or stands by; not while Kafka or, on the leader, the log cannot be used, and says why.
 * The last day's gap is told too, but does not matter to readiness. Liveness checks none of this.
 */
@Readiness
@ApplicationScoped
class FeedReadiness implements HealthCheck {
    private static final Duration GAP_TOLD = Duration.ofDays(1);

    private final FeedStatus status;
    private final StateTopic states;

    FeedReadiness(FeedStatus status, StateTopic states) {
        this.status = status;
        this.states = states;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = states.failure();
        String reason = failure == null ? status.waitingFor() : failure;
        HealthCheckResponseBuilder response = HealthCheckResponse.named("ticket events are captured")
                .status(reason == null)
                .withData("role", status.role().name().toLowerCase(Locale.ROOT));
        if (reason != null) {
            response.withData("waiting for", reason);
        }
        ToldGap gap = status.gap();
        if (gap != null && gap.gap().to().isAfter(Instant.now().minus(GAP_TOLD))) {
            response.withData(
                            "gap",
                            gap.gap().from() + " to " + gap.gap().to() + ": "
                                    + gap.gap().reason())
                    .withData("remedy", gap.remedy());
        }
        if (!status.cascades().isEmpty()) {
            response.withData("not in the log", String.join("; ", status.cascades()));
        }
        return response.build();
    }
}
