package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes request bodies on the short paths, which do not follow the plugin: an error in a body is answered with its
 * cause.
 */
public final class ShortPathBody {
    private static final String ANY_TYPE =
            "application/json, application/x-www-form-urlencoded, multipart/form-data, application/xml or text/xml";
    private static final String NO_DATA = "No data provided in the body";

    private ShortPathBody() {}

    /**
     * Decodes the body of a create, a reply or a link: JSON, XML or a form; see {@link Payload}.
     *
     * @param depth how deep JSON may be nested
     * @return files of a form are among the {@code attachments}
     * @throws Refused 415 if it is none of them, 400 if it is empty or cannot be decoded
     */
    public static Map<String, @Nullable Object> any(@Nullable String contentType, byte[] bytes, int depth) {
        try {
            Payload body = Payload.detect(contentType, bytes);
            return switch (body.kind()) {
                case FORM -> FormBody.parse(body);
                case MULTIPART -> MultipartBody.parse(body);
                default -> structured(body, depth, ANY_TYPE);
            };
        } catch (UnreadableBodyException e) {
            throw unreadable(e);
        }
    }

    /**
     * As {@link #any}, for a body that must not be empty.
     *
     * @throws Refused as there, and 400 if it has no members
     */
    public static Map<String, @Nullable Object> some(@Nullable String contentType, byte[] bytes, int depth) {
        return present(any(contentType, bytes, depth));
    }

    /**
     * Decodes a body that must be JSON or XML and not empty.
     *
     * @param depth how deep it may be nested
     * @throws Refused 415 if it is neither, 400 if it cannot be decoded or has no members
     */
    public static Map<String, @Nullable Object> noForm(@Nullable String contentType, byte[] bytes, int depth) {
        try {
            return present(
                    structured(Payload.detect(contentType, bytes), depth, "application/json or application/xml"));
        } catch (UnreadableBodyException e) {
            throw unreadable(e);
        }
    }

    private static Map<String, @Nullable Object> structured(Payload body, int depth, String accepted) {
        return switch (body.kind()) {
            case JSON -> members(json(body, depth));
            case XML -> XmlBody.parse(body);
            case EMPTY -> throw missing();
            default -> throw unsupported(accepted);
        };
    }

    /**
     * Any JSON value.
     *
     * @param accepted the accepted media types
     * @throws Refused 415 if the body is not JSON by its type or its first character, 400 if it is empty, not
     *     well-formed, or nested deeper than {@code depth}
     */
    public static @Nullable Object json(@Nullable String contentType, byte[] bytes, int depth, String accepted) {
        try {
            Payload body = Payload.detect(contentType, bytes);
            return switch (body.kind()) {
                case JSON -> json(body, depth);
                case EMPTY -> throw missing();
                default -> throw unsupported(accepted);
            };
        } catch (UnreadableBodyException e) {
            throw unreadable(e);
        }
    }

    /**
     * The text of a body as UTF-8, without a byte order mark.
     *
     * @throws Refused 400 if it is empty, or not in its declared charset
     */
    public static byte[] utf8(@Nullable String contentType, byte[] bytes) {
        try {
            Payload body = Payload.detect(contentType, bytes);
            if (body.kind() == Payload.Kind.EMPTY) {
                throw missing();
            }
            return body.from() == 0 ? body.bytes() : Arrays.copyOfRange(body.bytes(), body.from(), body.bytes().length);
        } catch (UnreadableBodyException e) {
            throw unreadable(e);
        }
    }

    /**
     * Any JSON value.
     *
     * @throws Refused 400 if it is invalid, or nested deeper than {@code depth}
     */
    public static @Nullable Object json(byte[] bytes, int depth) {
        try {
            return json(Payload.detect("application/json", bytes), depth);
        } catch (UnreadableBodyException e) {
            throw unreadable(e);
        }
    }

    private static @Nullable Object json(Payload body, int depth) {
        JsonBody json = JsonBody.parse(body, depth);
        if (json.isTooDeep()) {
            throw Refused.of(ProblemCode.JSON_TOO_DEEP, "The JSON is nested deeper than " + depth + " levels");
        }
        if (json.problem() != null) {
            throw Refused.of(ProblemCode.INVALID_JSON, "Invalid JSON: " + json.described());
        }
        return json.value();
    }

    private static Refused unreadable(UnreadableBodyException e) {
        return Refused.of(ProblemCode.UNREADABLE_BODY, "The body cannot be read: " + e.reason());
    }

    /** The media type without parameters, in lower case; empty if there is none. */
    public static String media(@Nullable String contentType) {
        return contentType == null ? "" : MediaType.name(contentType);
    }

    /** @param accepted the accepted media types */
    public static Refused unsupported(String accepted) {
        return Refused.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Unsupported content type. Accepted: " + accepted);
    }

    private static Map<String, @Nullable Object> present(Map<String, @Nullable Object> members) {
        if (members.isEmpty()) {
            throw missing();
        }
        return members;
    }

    private static Refused missing() {
        return Refused.of(ProblemCode.BODY_MISSING, NO_DATA);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> members(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        throw Refused.of(ProblemCode.INVALID_VALUE, "The body must be a JSON object");
    }
}
