package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as shown. Times are ISO 8601 in UTC with milliseconds.
 *
 * @param types null for all, as the other filters
 * @param headers names only
 * @param reason why it is not active, null if it is
 * @param waiting number of deliveries that are to be made
 * @param behind whether events are still in the topic that it has not been told of
 * @param keyId for operators only
 * @param secret shown only when it is made
 */
record WebhookView(
        int id,
        String description,
        String url,
        @Nullable List<String> types,
        @Nullable List<Integer> departments,
        @Nullable List<Integer> topics,
        @Nullable List<Integer> statuses,
        @Nullable List<Integer> priorities,
        List<String> headers,
        @Nullable JsonNode template,
        String state,
        @Nullable String reason,
        @Nullable String failingSince,
        @Nullable String lastSuccess,
        @Nullable String missedSince,
        long waiting,
        boolean behind,
        List<Secret> secrets,
        String created,
        String changed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer keyId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int PREFIX = "whsec_".length() + 4;

    /**
     * @param prefix its first characters, by which people recognise it
     * @param until null for never
     */
    record Secret(String prefix, @Nullable String until) {
        static Secret of(Confidential.Secret secret) {
            return new Secret(secret.text().substring(0, PREFIX), text(secret.end()));
        }
    }

    /** What a view is made of, and for whom. */
    record Source(
            Webhook row,
            Filters filters,
            @Nullable JsonNode template,
            Confidential confidential,
            long waiting,
            boolean isBehind,
            boolean isForOperator,
            @Nullable String shownSecret,
            Instant now) {}

    static WebhookView of(Source source) {
        Webhook row = source.row;
        Filters filters = source.filters;
        Confidential confidential = source.confidential;
        return new WebhookView(
                row.id == null ? 0 : row.id,
                row.description,
                confidential.url(),
                filters.types(),
                filters.departments(),
                filters.topics(),
                filters.statuses(),
                filters.priorities(),
                confidential.headers().keySet().stream().sorted().toList(),
                source.template,
                row.state,
                row.reason,
                text(row.failingSince),
                text(row.lastSuccess),
                text(row.missedSince),
                source.waiting,
                source.isBehind,
                confidential.validSecrets(source.now).stream().map(Secret::of).toList(),
                TIME.format(row.created),
                TIME.format(row.changed),
                source.isForOperator ? row.keyId : null,
                source.shownSecret);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : TIME.format(time);
    }

    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
