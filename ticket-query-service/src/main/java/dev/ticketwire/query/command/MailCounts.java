package dev.ticketwire.query.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mails that a command has decided.
 *
 * @param enabled whether mails are sent at all; the other members are null if not
 * @param decided all of them, those that an operator discarded included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailCounts(
        boolean enabled,
        @Nullable Integer decided,
        @Nullable Integer waiting,
        @Nullable Integer sent,
        @Nullable Integer failed) {
    static final MailCounts OFF = new MailCounts(false, null, null, null, null);

    /** @param byState number of mails by their state */
    static MailCounts of(Map<String, Integer> byState) {
        return new MailCounts(
                true,
                byState.values().stream().mapToInt(Integer::intValue).sum(),
                byState.getOrDefault("waiting", 0),
                byState.getOrDefault("sent", 0),
                byState.getOrDefault("failed", 0));
    }
}
