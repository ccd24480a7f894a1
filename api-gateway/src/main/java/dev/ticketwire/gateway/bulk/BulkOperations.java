package dev.ticketwire.gateway.bulk;

import dev.ticketwire.gateway.body.ShortPathBody;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of a bulk's body, not yet looked into. */
final class BulkOperations {
    static final int MOST = 1000;

    private static final String FIELD = "operations";

    /** Levels around the data of an operation. */
    private static final int JSON_LEVELS = 3;

    private static final int LINE_LEVELS = 1;

    /** One value a line; only the content type tells it from one value in all. */
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private BulkOperations() {}

    /**
     * An operation as sent.
     *
     * @param value what JSON has there
     * @param unreadable why its line is no JSON; null if it is
     */
    record ParsedOperation(@Nullable Object value, @Nullable Refusal unreadable) {}

    /**
     * @param depth how deep the data of an operation may be nested
     * @throws Refused if the body as a whole is none of the forms, or has none or too many operations
     */
    static List<ParsedOperation> of(@Nullable String contentType, byte[] body, int depth) {
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
        Object list = body;
        if (body instanceof Map<?, ?> members) {
            for (Object member : members.keySet()) {
                if (!member.equals(FIELD)) {
                    throw Refused.unknown(member.toString());
                }
            }
            list = members.get(FIELD);
        }
        if (!(list instanceof List<?> values)) {
            throw Refused.invalid(FIELD);
        }
        if (values.size() > MOST) {
            throw number();
        }
        List<ParsedOperation> operations = new ArrayList<>();
        values.forEach(value -> operations.add(new ParsedOperation(value, null)));
        return operations;
    }

    private static List<ParsedOperation> lines(byte[] body, int depth) {
        List<ParsedOperation> operations = new ArrayList<>();
        int from = 0;
        while (from < body.length) {
            int end = from;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(body, from, end);
            if (!isBlank(line)) {
                if (operations.size() == MOST) {
                    throw number();
                }
                operations.add(line(line, depth));
            }
            from = end + 1;
        }
        return operations;
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
        return Refused.of(ProblemCode.OPERATIONS_NUMBER, "A bulk has 1 to " + MOST + " operations", FIELD);
    }
}
