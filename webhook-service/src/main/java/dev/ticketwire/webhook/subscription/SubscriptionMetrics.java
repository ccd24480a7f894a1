package dev.ticketwire.webhook.subscription;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code ticketwire_webhooks_subscriptions{state,reason}}: the number of subscriptions; the same in every replica. */
@ApplicationScoped
class SubscriptionMetrics {
    private static final String NONE = "none";

    private final MultiGauge gauge;

    SubscriptionMetrics(MeterRegistry meters) {
        gauge = MultiGauge.builder("ticketwire.webhooks.subscriptions")
                .description("Webhooks by state, and the reason why they are not active")
                .register(meters);
    }

    private record Kind(String state, String reason) {}

    void count(Collection<WebhookStore.Kept> all) {
        var counts = all.stream().collect(Collectors.groupingBy(SubscriptionMetrics::kind, Collectors.counting()));
        counts.putIfAbsent(new Kind("active", NONE), 0L);
        gauge.register(
                counts.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(
                                Tags.of(
                                        "state", entry.getKey().state,
                                        "reason", entry.getKey().reason),
                                entry.getValue()))
                        .toList(),
                true);
    }

    private static Kind kind(WebhookStore.Kept row) {
        return new Kind(row.state().name().toLowerCase(Locale.ROOT), Objects.requireNonNullElse(row.reason(), NONE));
    }
}
