package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.plan.PlannedMail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail with its text.
 *
 * @param subject one line, not HTML
 * @param html null for a mail of plain text alone
 * @param text null unless it is the whole mail; the text part of an HTML mail is made when it is sent
 * @param messageId with brackets; {@code inReplyTo} and {@code references} likewise
 */
public record Letter(
        PlannedMail planned,
        String subject,
        @Nullable String html,
        @Nullable String text,
        String messageId,
        @Nullable String inReplyTo,
        List<String> references) {}
