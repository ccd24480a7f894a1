package dev.ticketwire.query.mail;

import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.PageCursor;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request for a page of mails.
 *
 * @param limit 1 to 200, 50 by default
 * @param after id of the last mail of the previous page, 0 for the first page
 */
record MailRequest(int limit, long after) {
    private static final Set<String> KNOWN = Set.of("limit", PageCursor.PARAMETER);
    private static final String WORD = "mail";
    private static final int CURSOR_PARTS = 2;

    /**
     * @param query as sent, null for none
     * @throws Refused 400 that names the invalid parameter
     */
    static MailRequest parse(@Nullable String query) {
        QueryParameters parameters = QueryParameters.parse(query, KNOWN);
        PageCursor cursor = PageCursor.parse(parameters.one(PageCursor.PARAMETER), CURSOR_PARTS);
        if (cursor != null && !cursor.part(0).equals(WORD)) {
            throw PageCursor.invalid();
        }
        return new MailRequest(parameters.number("limit", 50, 1, 200), cursor == null ? 0 : cursor.number(1));
    }

    static PageCursor cursor(long id) {
        return PageCursor.at(WORD, id);
    }
}
