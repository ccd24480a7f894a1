package dev.ticketwire.gateway.bulk;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.body.ShortPathBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits a bulk's body into its operations. */
final class BulkOperations {
    static final int MAX_SIZE = 1000;

    private static final String FIELD = "operations";

    /** JSON levels around the data of an operation. */
    private static final int JSON_LEVELS = 3;

    private static final int LINE_LEVELS = 1;

    /** One JSON value a line; only the content type tells this from a single JSON value. */
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private BulkOperations() {}

    /**
     * An operation of the body.
     *
     * @param value its JSON value
     * @param error why its line is not JSON, null if it is
     */
    record ParsedOperation(@Nullable Object value, @Nullable Refusal error) {}

    /**
     * @param depth maximum nesting of an operation's data
     * @throws Refused if the body has none of the forms, no operation or too many
     */
    static List<ParsedOperation> parse(@Nullable String contentType, byte[] body, int depth) {
        List<ParsedOperation> operations = LINES.contains(ShortPathBody.media(contentType))
                ? lines(ShortPathBody.utf8(contentType, body), depth + LINE_LEVELS)
                : listed(ShortPathBody.json(
                        contentType, body, depth + JSON_LEVELS, "application/json or application/x-ndjson"));
        if (operations.isEmpty()) {
            throw number();
        }
        return operations;
    }

    private static List<ParsedOperation> listed(@Nullable Object body) {
        Object list = body instanceof Map<?, ?> members ? onlyField(members) : body;
        if (!(list instanceof List<?> values)) {
            throw Refused.invalid(FIELD);
        }
        if (values.size() > MAX_SIZE) {
            throw number();
        }
        List<ParsedOperation> operations = new ArrayList<>();
        values.forEach(value -> operations.add(new ParsedOperation(value, null)));
        return operations;
    }

    private static @Nullable Object onlyField(Map<?, ?> members) {
        for (Object name : members.keySet()) {
            if (!name.equals(FIELD)) {
                throw Refused.unknown(name.toString());
            }
        }
        return members.get(FIELD);
    }

    private static List<ParsedOperation> lines(byte[] body, int depth) {
        List<ParsedOperation> operations = new ArrayList<>();
        int from = 0;
        while (from < body.length) {
            int end = lineEnd(body, from);
            byte[] line = Arrays.copyOfRange(body, from, end);
            if (!isBlank(line)) {
                if (operations.size() == MAX_SIZE) {
                    throw number();
                }
                operations.add(line(line, depth));
            }
            from = end + 1;
        }
        return operations;
    }

    private static int lineEnd(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static ParsedOperation line(byte[] line, int depth) {
        try {
            return new ParsedOperation(ShortPathBody.json(line, depth), null);
        } catch (Refused unreadable) {
            return new ParsedOperation(null, unreadable.refusal());
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static Refused number() {
        return Refused.of(ProblemCode.OPERATIONS_NUMBER, "A bulk has 1 to " + MAX_SIZE + " operations", FIELD);
    }
}
