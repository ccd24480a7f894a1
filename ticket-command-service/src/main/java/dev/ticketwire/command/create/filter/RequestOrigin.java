package dev.ticketwire.command.create.filter;

import dev.ticketwire.osticket.schema.Filter;
import java.util.Set;

/**
 * The channel of a request. A filter applies to some channels only.
 *
 * @param target osTicket's name of the channel
 * @param mailbox the address that a mail came to; 0 for none
 */
public record RequestOrigin(String target, int mailbox) {
    public static final RequestOrigin API = new RequestOrigin("API", 0);

    private static final String ANY = "Any";
    private static final String EMAIL = "Email";
    private static final Set<String> KNOWN = Set.of(ANY, EMAIL, API.target);

    public static RequestOrigin mail(int mailbox) {
        return new RequestOrigin(EMAIL, mailbox);
    }

    /** Whether the filter applies to a channel that Ticketwire has. */
    static boolean isSupported(Filter filter) {
        return KNOWN.contains(filter.target);
    }

    /** Whether the filter applies to requests of this origin. A filter of one mailbox ignores other mails. */
    boolean isCoveredBy(Filter filter) {
        boolean others = target.equals(EMAIL) && filter.emailId != 0 && filter.emailId != mailbox;
        return (filter.target.equals(ANY) || filter.target.equals(target)) && !others;
    }
}
