package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a write on the plugin's paths, whatever they came as: see {@link Payload}; never the suffix of the path. */
public final class PluginPathBody {
    private static final String NO_DATA = "No data provided";
    private static final String UNREADABLE = "Unable to read the request: ";

    private PluginPathBody() {}

    /**
     * Decodes the body of a create. A body without anything in it, and a list, have no fields, so that the caller learns
     * which are missing.
     *
     * @return values as JSON has them: String, Number, Boolean, List, Map or null; files of a form are among the
     *     {@code attachments}
     * @throws Refused if it cannot be read, saying why; if it is a JSON scalar
     */
    public static Map<String, @Nullable Object> decode(@Nullable String contentType, byte[] bytes) {
        try {
            Payload body = Payload.of(contentType, bytes);
            return switch (body.kind()) {
                case EMPTY -> Map.of();
                case JSON -> json(body);
                case XML -> XmlBody.parse(body);
                case FORM -> FormBody.parse(body);
                case MULTIPART -> MultipartBody.parse(body);
                case OTHER ->
                    throw new UnreadableBodyException(
                            "the body is neither JSON nor XML, and its content type is none of a form");
            };
        } catch (UnreadableBodyException e) {
            throw Refused.of(ProblemCode.UNREADABLE_BODY, UNREADABLE + e.reason());
        }
    }

    /**
     * Decodes a body that has to be there, as an update's or a link's.
     *
     * @param orForm whether a form will do as well
     * @return values as JSON has them; empty for a list, which has no names
     * @throws Refused in the plugin's words if it cannot be read, or has nothing in it
     */
    public static Map<String, @Nullable Object> required(@Nullable String contentType, byte[] bytes, boolean orForm) {
        try {
            Payload body = Payload.of(contentType, bytes);
            if (body.type().isPatch()) {
                throw Refused.of(ProblemCode.BODY_MISSING, NO_DATA);
            }
            return switch (body.kind()) {
                case JSON -> requiredJson(body);
                case XML -> present(XmlBody.parse(body));
                case FORM -> present(orForm ? FormBody.parse(body) : Map.of());
                case MULTIPART -> present(orForm ? MultipartBody.parse(body) : Map.of());
                case EMPTY -> body.type().isJson() ? requiredJson(body) : present(Map.of());
                case OTHER -> present(Map.of());
            };
        } catch (UnreadableBodyException e) {
            throw Refused.of(ProblemCode.UNREADABLE_BODY, UNREADABLE + e.reason());
        }
    }

    private static Map<String, @Nullable Object> present(Map<String, @Nullable Object> fields) {
        if (fields.isEmpty()) {
            throw Refused.of(ProblemCode.BODY_MISSING, NO_DATA);
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> requiredJson(Payload body) {
        JsonBody json = JsonBody.parse(body, JsonBody.DEPTH);
        if (json.problem() != null) {
            // In PHP's words alone: that is how the plugin says it.
            throw Refused.of(ProblemCode.INVALID_JSON, "Invalid JSON: " + json.problem());
        }
        if (json.isEmpty()) {
            throw Refused.of(ProblemCode.BODY_MISSING, "No data provided in JSON body");
        }
        if (json.value() instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        if (json.value() instanceof List<?>) {
            return Map.of();
        }
        throw Refused.invalid("body");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> json(Payload body) {
        JsonBody json = JsonBody.parse(body, JsonBody.DEPTH);
        if (json.problem() != null) {
            throw Refused.of(ProblemCode.INVALID_JSON, UNREADABLE + json.described());
        }
        if (json.value() instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        if (json.isEmpty() || json.value() instanceof List<?>) {
            return Map.of();
        }
        throw Refused.invalid("body");
    }
}
