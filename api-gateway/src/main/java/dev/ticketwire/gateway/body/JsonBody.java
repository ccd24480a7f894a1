package dev.ticketwire.gateway.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as PHP reads it: UTF-8 only, no byte order mark, at most 512 levels deep; of members of one name the last counts. Of
 * more than {@link #MOST_VALUES} values nothing is read: each takes ten times its room in the body.
 *
 * @param value String, Number, Boolean, List, Map or null
 * @param problem PHP's words for what is wrong with it, null if nothing is
 */
public record JsonBody(@Nullable Object value, @Nullable String problem) {
    static final int DEPTH = 512;
    static final int MOST_VALUES = 500_000;

    private static final String TOO_DEEP = "Maximum stack depth exceeded";
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

    public static JsonBody parse(byte[] bytes) {
        return parse(bytes, DEPTH);
    }

    /** As PHP reads it, but at most {@code depth} levels deep. */
    static JsonBody parse(byte[] bytes, int depth) {
        if (bytes.length == 0 || !startsLikeUtf8(bytes)) {
            return new JsonBody(null, "Syntax error");
        }
        try {
            Object value = READER.readValue(bytes);
            if (Surrogates.anyAlone(bytes, value)) {
                return new JsonBody(null, "Single unpaired high surrogate in Unicode escape");
            }
            return depth < DEPTH && isDeeper(value, depth) ? new JsonBody(null, TOO_DEEP) : new JsonBody(value, null);
        } catch (StreamConstraintsException e) {
            return new JsonBody(null, String.valueOf(e.getMessage()).contains("depth") ? TOO_DEEP : "Too many values");
        } catch (IOException e) {
            return new JsonBody(null, reason(String.valueOf(e.getMessage())));
        }
    }

    /** Whether PHP takes it for nothing at all: null, false, 0, the empty text, no members, no elements. */
    public boolean isEmpty() {
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

    /** Jackson would guess UTF-16 and UTF-32, and skip a byte order mark. */
    private static boolean startsLikeUtf8(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        return first != 0 && first != 0xEF && first != 0xFE && first != 0xFF && (bytes.length < 2 || bytes[1] != 0);
    }

    private static String reason(String message) {
        if (message.contains("UTF-8")) {
            return "Malformed UTF-8 characters, possibly incorrectly encoded";
        }
        return message.contains("Illegal unquoted character") || message.contains("CTRL-CHAR")
                ? "Control character error, possibly incorrectly encoded"
                : "Syntax error";
    }
}
