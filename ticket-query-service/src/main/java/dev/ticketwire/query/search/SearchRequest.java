package dev.ticketwire.query.search;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.format.PhpNumber;
import dev.ticketwire.osticket.reference.Reference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a search, with the plugin's tolerance: a value that cannot be parsed means the default, or finds
 * nothing.
 *
 * @param limit 1 to 100, 20 by default
 * @param offset 0 or more
 * @param ignored names of unknown parameters
 */
record SearchRequest(SearchFilter filter, SearchOrder order, long limit, long offset, List<String> ignored) {
    private static final Set<String> KNOWN = Set.of(
            "query",
            "q",
            "status",
            "department",
            "departmentId",
            "email",
            "requester",
            "userId",
            "number",
            "limit",
            "offset",
            "sort");
    private static final long DEFAULT_LIMIT = 20;
    private static final long MAX_LIMIT = 100;

    /**
     * @param queryString as sent, null for none
     * @throws Refused 400 if a known parameter is an array
     */
    static SearchRequest parse(@Nullable String queryString, Departments visible, Reference reference) {
        LenientQuery query = LenientQuery.parse(queryString, KNOWN);
        return new SearchRequest(
                SearchFilter.parse(query, visible, reference),
                SearchOrder.parse(query.get("sort")),
                limit(query.get("limit")),
                offset(query.get("offset")),
                query.ignored());
    }

    private static long limit(@Nullable String text) {
        long limit = text == null ? 0 : PhpNumber.leading(text);
        return limit < 1 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT);
    }

    private static long offset(@Nullable String text) {
        return text == null ? 0 : Math.max(0, PhpNumber.leading(text));
    }
}
