package dev.ticketwire.command.mail;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.TicketPriority;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The priority that the sender gave a mail: the first of {@code X-Priority}, {@code Priority},
 * {@code X-MSMail-Priority} and {@code Importance} (RFC 2156, RFC 4021) decides.
 */
final class MailPriority {
    private static final Pattern HEADER = Pattern.compile(
            "^[\\w-]*(?:priority|importance):[ \\t]*(\\w)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private MailPriority() {}

    /**
     * @param headers lines ended by LF
     * @return null if there is none, or it is unknown
     */
    static @Nullable TicketPriority of(String headers, Reference reference) {
        Matcher header = HEADER.matcher(headers);
        if (!header.find()) {
            return null;
        }
        int urgency = switch (header.group(1).toUpperCase(Locale.ROOT)) {
            case "1", "2", "H", "U" -> 2;
            case "3", "4", "N" -> 3;
            case "5", "6", "L" -> 4;
            default -> 0;
        };
        return reference.priorities().first(priority -> priority.urgency == urgency);
    }
}
