package dev.ticketwire.query.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The mails of a command.
 *
 * @param enabled whether mails are sent at all; if not, the numbers are missing
 * @param decided all that the command has caused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailCounts(
        boolean enabled,
        @Nullable Integer decided,
        @Nullable Integer waiting,
        @Nullable Integer sent,
        @Nullable Integer failed) {
    static final MailCounts OFF = new MailCounts(false, null, null, null, null);
}
