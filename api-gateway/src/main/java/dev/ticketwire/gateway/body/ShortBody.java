package dev.ticketwire.gateway.body;

import dev.ticketwire.gateway.call.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies on the short paths, which owe nothing to the plugin: what is not understood is refused, never guessed at. */
public final class ShortBody {
    private static final String NO_DATA = "No data provided in JSON body";

    private ShortBody() {}

    /**
     * Decodes the body of a create: JSON, a form or XML.
     *
     * @param depth how deep JSON may be nested
     * @throws Refused 415 for any other content type, 400 for what cannot be read as it says it is
     */
    public static Map<String, @Nullable Object> any(@Nullable String contentType, byte[] bytes, int depth) {
        return switch (media(contentType)) {
            case "application/json" -> members(json(bytes, depth));
            case "application/x-www-form-urlencoded" -> FormBody.urlencoded(bytes);
            case "multipart/form-data" -> FormBody.multipart(bytes, String.valueOf(contentType));
            case "application/xml", "text/xml" -> XmlBody.parse(bytes);
            default ->
                throw unsupported("application/json, application/x-www-form-urlencoded,"
                        + " multipart/form-data, application/xml or text/xml");
        };
    }

    /**
     * Decodes a body that has to be a JSON object with something in it.
     *
     * @param depth how deep it may be nested
     * @throws Refused 415 for any other content type, 400 for what is no such object
     */
    public static Map<String, @Nullable Object> json(@Nullable String contentType, byte[] bytes, int depth) {
        if (!media(contentType).equals("application/json")) {
            throw unsupported("application/json");
        }
        Map<String, @Nullable Object> members = members(json(bytes, depth));
        if (members.isEmpty()) {
            throw Refused.of(400, "body-missing", NO_DATA);
        }
        return members;
    }

    /**
     * Any JSON value.
     *
     * @throws Refused 400 if it is none, or nested deeper than {@code depth}
     */
    public static @Nullable Object json(byte[] bytes, int depth) {
        JsonBody body = JsonBody.parse(bytes, depth);
        if (body.isTooDeep()) {
            throw Refused.of(400, "json-too-deep", "The JSON is nested deeper than " + depth + " levels");
        }
        if (body.problem() != null) {
            throw Refused.of(400, "invalid-json", "Invalid JSON: " + body.problem());
        }
        return body.value();
    }

    /** @throws Refused 415 if the body is compressed, or encoded in another way */
    public static void checkEncoding(@Nullable String contentEncoding) {
        if (contentEncoding != null
                && !contentEncoding.isBlank()
                && !contentEncoding.strip().equalsIgnoreCase("identity")) {
            throw Refused.of(
                    415, "unsupported-content-encoding", "The body must be sent as it is: Content-Encoding: identity");
        }
    }

    /** The media type without parameters, in lower case; empty if there is none. */
    public static String media(@Nullable String contentType) {
        return contentType == null ? "" : Fields.media(contentType);
    }

    /** @param accepted what would have been understood */
    public static Refused unsupported(String accepted) {
        return Refused.of(415, "unsupported-media-type", "Unsupported content type. Accepted: " + accepted);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> members(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        throw Refused.of(400, "invalid-value", "The body must be a JSON object");
    }
}
