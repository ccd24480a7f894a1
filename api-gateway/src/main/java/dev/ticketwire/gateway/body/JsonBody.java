package dev.ticketwire.gateway.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ticketwire.gateway.text.CharsetDecoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as PHP reads it: at most 512 levels deep, and the last of several members of one name counts. A body of more
 * than {@link #MOST_VALUES} values is refused, since a value takes ten times its size in memory.
 *
 * @param value String, Number, Boolean, List, Map or null
 * @param problem PHP's error message, null if the JSON is valid
 * @param where position of the error; null if it has none
 */
record JsonBody(
        @Nullable Object value,
        @Nullable String problem,
        @Nullable String where) {
    static final int DEPTH = 512;
    static final int MOST_VALUES = 500_000;

    private static final String SYNTAX = "Syntax error";
    private static final String NOT_UTF8 = "Malformed UTF-8 characters, possibly incorrectly encoded";
    private static final String TOO_DEEP = "Maximum stack depth exceeded";
    private static final String UNPAIRED_SURROGATE = "Single unpaired high surrogate in Unicode escape";
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxTokenCount(MOST_VALUES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    /**
     * Parses it as PHP does, but at most {@code depth} levels deep. Invalid UTF-8 is an error, even if the parser
     * accepts it.
     */
    static JsonBody parse(Payload body, int depth) {
        byte[] bytes = body.bytes();
        if (bytes.length == body.from() || !startsLikeUtf8(bytes, body.from())) {
            return fault(SYNTAX, body.place(firstZero(bytes, body.from())));
        }
        try {
            Object value = READER.readValue(bytes, body.from(), bytes.length - body.from());
            return checked(value, body, depth);
        } catch (StreamConstraintsException e) {
            boolean tooDeep = String.valueOf(e.getMessage()).contains("depth");
            return fault(tooDeep ? TOO_DEEP : "Too many values", null);
        } catch (JsonProcessingException e) {
            String problem = reason(String.valueOf(e.getMessage()));
            return fault(problem, problem.equals(NOT_UTF8) ? malformed(body) : place(body));
        } catch (IOException e) {
            return fault(SYNTAX, null);
        }
    }

    private static JsonBody checked(@Nullable Object value, Payload body, int depth) {
        if (body.charset() == null && isMalformed(body.bytes(), body.from())) {
            return fault(NOT_UTF8, malformed(body));
        }
        int surrogate = Surrogates.firstUnpaired(body.bytes(), body.from());
        if (surrogate >= 0) {
            return fault(UNPAIRED_SURROGATE, body.place(surrogate));
        }
        return depth < DEPTH && isDeeper(value, depth) ? fault(TOO_DEEP, null) : new JsonBody(value, null, null);
    }

    private static JsonBody fault(String problem, @Nullable String where) {
        return new JsonBody(null, problem, where);
    }

    /** The error and its position. */
    String described() {
        return where == null ? String.valueOf(problem) : problem + " " + where;
    }

    private static String place(Payload body) {
        return body.place(JsonErrorLocator.find(body.bytes(), body.from()));
    }

    private static String malformed(Payload body) {
        return body.place(CharsetDecoding.firstMalformed(body.bytes(), body.from(), StandardCharsets.UTF_8));
    }

    private static boolean isMalformed(byte[] bytes, int from) {
        return CharsetDecoding.firstMalformed(bytes, from, StandardCharsets.UTF_8) >= 0;
    }

    /** Whether it is empty for PHP: null, false, 0, an empty string, object or array. */
    boolean isEmpty() {
        return value == null
                || value.equals(false)
                || value.equals("")
                || value.equals("0")
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    boolean isTooDeep() {
        return TOO_DEEP.equals(problem);
    }

    private static boolean isDeeper(@Nullable Object value, int depth) {
        return switch (value) {
            case Map<?, ?> map -> depth == 0 || map.values().stream().anyMatch(inner -> isDeeper(inner, depth - 1));
            case List<?> list -> depth == 0 || list.stream().anyMatch(inner -> isDeeper(inner, depth - 1));
            case null, default -> false;
        };
    }

    /** Jackson would guess UTF-16 and UTF-32, and skip a second byte order mark. */
    private static boolean startsLikeUtf8(byte[] bytes, int from) {
        int first = bytes[from] & 0xFF;
        return first != 0
                && first != 0xEF
                && first != 0xFE
                && first != 0xFF
                && (bytes.length < from + 2 || bytes[from + 1] != 0);
    }

    private static int firstZero(byte[] bytes, int from) {
        return bytes.length > from + 1 && bytes[from] != 0 && bytes[from + 1] == 0 ? from + 1 : from;
    }

    private static String reason(String message) {
        if (message.contains("UTF-8")) {
            return NOT_UTF8;
        }
        return message.contains("Illegal unquoted character") || message.contains("CTRL-CHAR")
                ? "Control character error, possibly incorrectly encoded"
                : SYNTAX;
    }
}
