package dev.ticketwire.command.create;

import dev.ticketwire.osticket.person.PersonName;
import dev.ticketwire.osticket.text.HtmlEntities;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces the variables of a canned response, e.g. {@code %{ticket.number}}. */
final class CannedResponseText {
    private static final Pattern VARIABLE = Pattern.compile("%\\{([a-z._]+)}");

    private CannedResponseText() {}

    /** @return {@code response}, HTML, with the known variables replaced; others stay unchanged */
    static String filledIn(String response, TicketDraft draft) {
        return VARIABLE.matcher(response).replaceAll(found -> {
            String value = value(found.group(1), draft);
            return Matcher.quoteReplacement(value == null ? found.group() : HtmlEntities.escapeText(value));
        });
    }

    private static @Nullable String value(String name, TicketDraft draft) {
        return switch (name) {
            case "ticket.number" -> draft.number();
            case "ticket.subject" -> draft.message.subject();
            case "ticket.id" -> Integer.toString(draft.ticketId());
            case "ticket.name", "recipient.name", "recipient" -> draft.requester.name();
            case "ticket.name.first", "recipient.name.first" -> first(draft.requester.name());
            case "ticket.email" -> draft.requester.address();
            default -> null;
        };
    }

    private static String first(String name) {
        return PersonName.of(name).in("first");
    }
}
