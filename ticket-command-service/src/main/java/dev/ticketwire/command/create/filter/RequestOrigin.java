package dev.ticketwire.command.create.filter;

import dev.ticketwire.osticket.schema.Filter;
import java.util.Set;

/**
 * Where a request comes from: each filter looks at some origins only.
 *
 * @param target as filters name it
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

    /** Whether the filter looks at requests that Ticketwire takes at all. */
    static boolean isKnownTo(Filter filter) {
        return KNOWN.contains(filter.target);
    }

    /** Whether the filter looks at requests from here. A filter of one mailbox lets other mails pass. */
    boolean isSeenBy(Filter filter) {
        boolean others = target.equals(EMAIL) && filter.emailId != 0 && filter.emailId != mailbox;
        return (filter.target.equals(ANY) || filter.target.equals(target)) && !others;
    }
}
