package dev.ticketwire.query.thread;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.PageCursor;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request for a page of a thread.
 *
 * @param limit 1 to 200, 50 by default
 * @param types {@code M}, {@code R}, {@code N}; empty for all types
 * @param after position of the last entry of the previous page; null for the first page
 */
record ThreadRequest(
        ThreadOrder order,
        int limit,
        List<String> types,
        @Nullable ThreadPosition after) {
    private static final List<String> TYPES = List.of("M", "R", "N");
    private static final Set<String> KNOWN = Set.of("order", "limit", "type", PageCursor.PARAMETER);

    /**
     * @param query as sent, null for none
     * @throws Refused 400 that names the invalid parameter
     */
    static ThreadRequest parse(@Nullable String query) {
        QueryParameters parameters = QueryParameters.parse(query, KNOWN);
        ThreadOrder order = ThreadOrder.named(parameters.word("order", ThreadOrder.WORDS));
        return new ThreadRequest(
                order,
                parameters.number("limit", 50, 1, 200),
                types(parameters),
                ThreadPosition.parse(parameters.one(PageCursor.PARAMETER), order));
    }

    private static List<String> types(QueryParameters parameters) {
        List<String> types = parameters.all().getOrDefault("type", List.of()).stream()
                .distinct()
                .toList();
        if (!TYPES.containsAll(types)) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "type must be one of " + String.join(", ", TYPES), "type");
        }
        return types;
    }
}
