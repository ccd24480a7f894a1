package dev.ticketwire.mail.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ticketwire.osticket.mail.MailFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail with what it says, which is kept until it is sent or discarded.
 *
 * @param html null for a mail of plain text alone, and if it is not kept any more
 * @param text likewise
 */
record MailContent(
        @JsonUnwrapped MailView mail,
        @JsonInclude @Nullable String inReplyTo,
        List<String> references,
        List<MailFile> files,
        @JsonInclude @Nullable String html,
        @JsonInclude @Nullable String text) {}
