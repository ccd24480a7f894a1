package dev.ticketwire.query.command;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.rest.request.QueryParameters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which commands of the inbox are wanted: those that meet every condition.
 *
 * @param ids of the commands; null for any, at most 100
 * @param ticket its number; null for any
 * @param key id of the API key that sent them; null for any
 * @param states {@code applied}, {@code rejected}, {@code failed}; empty for any
 * @param limit 1 to 100, 50 by default
 * @param after the place where the page before ended; null for the first
 */
record CommandSearchRequest(
        @Nullable List<String> ids,
        @Nullable String ticket,
        @Nullable Integer key,
        List<String> states,
        int limit,
        @Nullable CommandPosition after) {
    static final int MOST = 100;

    private static final List<String> STATES = List.of("applied", "rejected", "failed");
    private static final Set<String> KNOWN =
            Set.of("id", "bulk", "first", "count", "ticket", "key", "state", "limit", CommandPosition.PARAMETER);
    private static final int MOST_OF_BULK = 65_535;
    private static final int LONGEST_NUMBER = 20;

    /**
     * @param query as sent, null for none. A bulk's items: {@code bulk}, its id, with {@code first}, the index of the
     *     first wanted one, and {@code count}
     * @throws Refused 400 that names the invalid parameter
     */
    static CommandSearchRequest parse(@Nullable String query) {
        QueryParameters parameters = QueryParameters.parse(query, KNOWN);
        String key = parameters.one("key");
        return new CommandSearchRequest(
                ids(parameters),
                ticket(parameters.one("ticket")),
                key == null ? null : parameters.number("key", 0, 0, 999_999_999),
                states(parameters),
                parameters.number("limit", 50, 1, MOST),
                CommandPosition.parse(parameters.one(CommandPosition.PARAMETER)));
    }

    private static @Nullable List<String> ids(QueryParameters parameters) {
        String bulk = parameters.one("bulk");
        if (bulk != null) {
            UUID id = id(bulk, "bulk");
            int first = parameters.number("first", 0, 0, MOST_OF_BULK);
            return IntStream.range(first, first + parameters.number("count", 1, 1, MOST))
                    .mapToObj(index -> BulkId.item(id, index).toString())
                    .toList();
        }
        String id = parameters.one("id");
        return id == null ? null : List.of(id(id, "id").toString());
    }

    private static UUID id(String text, String parameter) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.of(ProblemCode.INVALID_VALUE, parameter + " must be a UUID", parameter);
        }
    }

    private static @Nullable String ticket(@Nullable String number) {
        if (number != null && number.length() > LONGEST_NUMBER) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "ticket must be 1 to 20 characters", "ticket");
        }
        return number;
    }

    private static List<String> states(QueryParameters parameters) {
        List<String> states = parameters.all().getOrDefault("state", List.of()).stream()
                .distinct()
                .toList();
        if (!STATES.containsAll(states)) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "state must be one of " + String.join(", ", STATES), "state");
        }
        return states;
    }

    /** Whether an index leads to the rows: few have the same id or ticket. */
    boolean isSelective() {
        return ids != null || ticket != null;
    }
}
