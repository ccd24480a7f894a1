package dev.ticketwire.gateway.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is kept for an hour, and from which metric of which service it comes. */
enum Figure {
    ACCEPTED("accepted", Kind.COUNTER, Figure.GATEWAY, "ticketwire_commands_accepted_total"),
    APPLIED("applied", Kind.COUNTER, Figure.COMMANDS, "ticketwire_commands_total", with("state", "applied")),
    REJECTED("rejected", Kind.COUNTER, Figure.COMMANDS, "ticketwire_commands_total", with("state", "rejected")),
    FAILED("failed", Kind.COUNTER, Figure.COMMANDS, "ticketwire_commands_total", with("state", "failed")),
    LAG("lagMs", Kind.HISTOGRAM, Figure.COMMANDS, "ticketwire_commands_lag_seconds_bucket"),
    WAITING("waiting", Kind.HIGHEST, Figure.GATEWAY, "ticketwire_commands_backlog"),
    OLDEST("oldestSeconds", Kind.HIGHEST, Figure.GATEWAY, "ticketwire_commands_backlog_oldest_seconds"),
    DEAD_LETTERS("deadLetters", Kind.HIGHEST, Figure.GATEWAY, "ticketwire_dead_letters_open"),
    EVENTS_BEHIND("eventsBehind", Kind.HIGHEST, Figure.EVENTS, "ticketwire_events_lag_seconds"),
    DELIVERED("delivered", Kind.COUNTER, Figure.WEBHOOKS, Figure.ATTEMPTS, with("result", Figure.SUCCESS)),
    DELIVERY_FAILURES(
            "deliveryFailures",
            Kind.COUNTER,
            Figure.WEBHOOKS,
            Figure.ATTEMPTS,
            sample -> !Figure.SUCCESS.equals(sample.labels().get("result"))),
    DELIVERIES_WAITING("deliveriesWaiting", Kind.SUM, Figure.WEBHOOKS, "ticketwire_webhooks_waiting"),
    MAILS_SENT("mailsSent", Kind.COUNTER, Figure.MAILS, "ticketwire_mails_attempts_total", with("result", "sent")),
    MAILS_WAITING("mailsWaiting", Kind.HIGHEST, Figure.MAILS, "ticketwire_mails_waiting"),
    MAILS_FAILED("mailsFailed", Kind.HIGHEST, Figure.MAILS, "ticketwire_mails_failed");

    static final String GATEWAY = "api-gateway";
    static final String STARTED = "process_start_time_seconds";
    static final String BUILD = "ticketwire_build_info";

    private static final String COMMANDS = "ticket-command-service";
    private static final String EVENTS = "event-service";
    private static final String WEBHOOKS = "webhook-service";
    private static final String MAILS = "mail-service";
    private static final String ATTEMPTS = "ticketwire_webhooks_attempts_total";
    private static final String SUCCESS = "delivered";
    private static final Set<String> METRICS = metrics();

    final String title;
    final Kind kind;
    final String service;
    final String metric;
    final Predicate<Sample> isPart;

    /** How the values of a service's instances become one. */
    enum Kind {
        /** The sum of their increases, per minute. */
        COUNTER,
        /** The quantiles of what was measured in the interval, of all instances together. */
        HISTOGRAM,
        /** The highest value of the interval; each instance measures the same. */
        HIGHEST,
        /** The highest sum of the interval; each instance measures its part. */
        SUM
    }

    Figure(String title, Kind kind, String service, String metric) {
        this(title, kind, service, metric, sample -> true);
    }

    Figure(String title, Kind kind, String service, String metric, Predicate<Sample> isPart) {
        this.title = title;
        this.kind = kind;
        this.service = service;
        this.metric = metric;
        this.isPart = isPart;
    }

    private static Predicate<Sample> with(String label, String value) {
        return sample -> value.equals(sample.labels().get(label));
    }

    private static Set<String> metrics() {
        Set<String> metrics =
                Arrays.stream(values()).map(figure -> figure.metric).collect(Collectors.toSet());
        metrics.addAll(List.of(STARTED, BUILD));
        return metrics;
    }

    /** Whether a metric of this name is needed. */
    static boolean needs(String name) {
        return METRICS.contains(name);
    }

    static List<Figure> of(String service) {
        return Arrays.stream(values())
                .filter(figure -> figure.service.equals(service))
                .toList();
    }

    /** The sum of the parts; null if there is none, or a part is not known. */
    @Nullable
    Double sum(List<Sample> samples) {
        double sum = 0;
        boolean isThere = false;
        for (Sample sample : samples) {
            if (sample.name().equals(metric) && isPart.test(sample)) {
                sum += sample.value();
                isThere = true;
            }
        }
        return isThere && Double.isFinite(sum) ? sum : null;
    }
}
