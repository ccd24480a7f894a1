package dev.ticketwire.webhook.log;

import dev.ticketwire.osticket.schema.UtcMillis;
import dev.ticketwire.rest.request.QueryParameters;
import dev.ticketwire.webhook.subscription.JsonBodies;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times of the log: ISO 8601 in UTC with milliseconds outside, the database's form inside. */
final class LogTimes {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private LogTimes() {}

    /** @param stored as {@code CONCAT} writes it: the driver loses a zero after the second (see Webhook) */
    static String shown(String stored) {
        return SHOWN.format(UtcMillis.parse(stored));
    }

    static @Nullable String shownOrNull(@Nullable String stored) {
        return stored == null ? null : shown(stored);
    }

    /** In the database's form, null if absent. */
    static @Nullable String stored(QueryParameters sent, String name) {
        String text = sent.one(name);
        return text == null ? null : stored(text, name);
    }

    /** @throws dev.ticketwire.contract.problem.Refused 400 naming {@code member} */
    static String stored(String text, String member) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return UtcMillis.text(time);
        } catch (DateTimeException e) {
            throw JsonBodies.invalid(member, "a time such as 2026-12-01T12:00:00Z");
        }
    }
}
