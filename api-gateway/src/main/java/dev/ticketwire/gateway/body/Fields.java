package dev.ticketwire.gateway.body;

import dev.ticketwire.gateway.call.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a write, whatever they came as: the content type decides, never the suffix of the path. */
public final class Fields {
    private Fields() {}

    /**
     * Decodes the body of a create. What cannot be read as JSON or comes as something else counts as empty, so that the caller learns
     * which fields are missing.
     *
     * @return values as JSON has them: String, Number, Boolean, List, Map or null
     * @throws Refused if it is a JSON scalar, or XML that is not well-formed
     */
    public static Map<String, @Nullable Object> decode(@Nullable String contentType, byte[] bytes) {
        if (contentType == null) {
            return Map.of();
        }
        // Case-sensitive on purpose: that is how the plugin looks for it.
        if (contentType.contains("application/json")) {
            return json(bytes);
        }
        String media = media(contentType);
        return switch (media) {
            case "application/x-www-form-urlencoded" -> FormBody.urlencoded(bytes);
            case "multipart/form-data" -> FormBody.multipart(bytes, contentType);
            case "application/xml", "text/xml" -> XmlBody.parse(bytes);
            default -> Map.of();
        };
    }

    /**
     * Decodes a body that has to be JSON, as an update's or a link's.
     *
     * @param orForm whether a form will do as well
     * @return values as JSON has them; empty for a list, which has no names
     * @throws Refused in the plugin's words if it is anything else, or has nothing in it
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> required(@Nullable String contentType, byte[] bytes, boolean orForm) {
        if (contentType == null || !contentType.contains("application/json")) {
            Map<String, @Nullable Object> form = orForm ? form(contentType, bytes) : Map.of();
            if (form.isEmpty()) {
                throw Refused.of(400, "body-missing", "No data provided");
            }
            return form;
        }
        JsonBody body = JsonBody.parse(bytes);
        if (body.problem() != null) {
            throw Refused.of(400, "invalid-json", "Invalid JSON: " + body.problem());
        }
        if (body.isEmpty()) {
            throw Refused.of(400, "body-missing", "No data provided in JSON body");
        }
        if (body.value() instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        if (body.value() instanceof List<?>) {
            return Map.of();
        }
        throw Refused.invalid("body");
    }

    /** The fields of a form; empty if it is none. */
    private static Map<String, @Nullable Object> form(@Nullable String contentType, byte[] bytes) {
        String media = contentType == null ? "" : media(contentType);
        return switch (media) {
            case "application/x-www-form-urlencoded" -> FormBody.urlencoded(bytes);
            case "multipart/form-data" -> FormBody.multipart(bytes, String.valueOf(contentType));
            default -> Map.of();
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> json(byte[] bytes) {
        JsonBody body = JsonBody.parse(bytes);
        if (body.value() instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        if (body.problem() != null || body.isEmpty() || body.value() instanceof List<?>) {
            return Map.of();
        }
        throw Refused.invalid("body");
    }

    static String media(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
