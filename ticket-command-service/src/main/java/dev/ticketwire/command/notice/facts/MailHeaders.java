package dev.ticketwire.command.notice.facts;

import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ids in a mail's header block that an answer to it repeats (RFC 5322, 3.6.4). */
public final class MailHeaders {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]+>");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");

    private MailHeaders() {}

    /**
     * @param headers the header block as received
     * @return null if the mail has no {@code Message-ID}; its references are its {@code References}, else its {@code
     *     In-Reply-To} if that is one id
     */
    public static @Nullable MailReference reference(String headers) {
        String block = FOLD.matcher(headers).replaceAll(" ");
        List<String> own = ids(block, "message-id");
        if (own.isEmpty()) {
            return null;
        }
        List<String> references = ids(block, "references");
        List<String> parent = ids(block, "in-reply-to");
        return new MailReference(own.getFirst(), references.isEmpty() && parent.size() == 1 ? parent : references);
    }

    /** The ids of the last header of this name. */
    private static List<String> ids(String block, String name) {
        String value = "";
        for (String line : LINE_END.split(block)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
                value = line.substring(colon + 1);
            }
        }
        return ID.matcher(value).results().map(MatchResult::group).toList();
    }
}
