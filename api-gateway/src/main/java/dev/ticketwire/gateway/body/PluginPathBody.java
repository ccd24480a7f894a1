package dev.ticketwire.gateway.body;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes request bodies on the plugin's paths, in JSON, XML or as a form. The kind comes from the body and its content
 * type (see {@link Payload}), never from the suffix of the path.
 */
public final class PluginPathBody {
    private static final String NO_DATA = "No data provided";
    private static final String UNREADABLE = "Unable to read the request: ";

    private PluginPathBody() {}

    /**
     * Decodes the body of a create. An empty body and a list have no fields, so that the answer names the missing ones.
     *
     * @return values as JSON has them: String, Number, Boolean, List, Map or null; files of a form are among the
     *     {@code attachments}
     * @throws Refused if it cannot be decoded, or is a JSON scalar
     */
    public static Map<String, @Nullable Object> decode(@Nullable String contentType, byte[] bytes) {
        try {
            return fields(Payload.detect(contentType, bytes));
        } catch (UnreadableBodyException e) {
            throw Refused.of(ProblemCode.UNREADABLE_BODY, UNREADABLE + e.reason());
        }
    }

    private static Map<String, @Nullable Object> fields(Payload body) {
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
    }

    /**
     * Decodes a body that must not be empty, of an update or a link.
     *
     * @param orForm whether a form is accepted
     * @return values as JSON has them; empty for a list, which has no names
     * @throws Refused in the plugin's words if it cannot be decoded, or is empty
     */
    public static Map<String, @Nullable Object> required(@Nullable String contentType, byte[] bytes, boolean orForm) {
        try {
            return requiredFields(Payload.detect(contentType, bytes), orForm);
        } catch (UnreadableBodyException e) {
            throw Refused.of(ProblemCode.UNREADABLE_BODY, UNREADABLE + e.reason());
        }
    }

    private static Map<String, @Nullable Object> requiredFields(Payload body, boolean orForm) {
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
    }

    private static Map<String, @Nullable Object> present(Map<String, @Nullable Object> fields) {
        if (fields.isEmpty()) {
            throw Refused.of(ProblemCode.BODY_MISSING, NO_DATA);
        }
        return fields;
    }

    private static Map<String, @Nullable Object> requiredJson(Payload body) {
        JsonBody json = JsonBody.parse(body, JsonBody.DEPTH);
        if (json.problem() != null) {
            // Without the position: the plugin answers in PHP's words alone.
            throw Refused.of(ProblemCode.INVALID_JSON, "Invalid JSON: " + json.problem());
        }
        if (json.isEmpty()) {
            throw Refused.of(ProblemCode.BODY_MISSING, "No data provided in JSON body");
        }
        return members(json);
    }

    private static Map<String, @Nullable Object> json(Payload body) {
        JsonBody json = JsonBody.parse(body, JsonBody.DEPTH);
        if (json.problem() != null) {
            throw Refused.of(ProblemCode.INVALID_JSON, UNREADABLE + json.described());
        }
        return json.isEmpty() ? Map.of() : members(json);
    }

    /** The members of an object; none for a list, which has no names. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> members(JsonBody json) {
        return switch (json.value()) {
            case Map<?, ?> members -> (Map<String, @Nullable Object>) members;
            case List<?> list -> Map.of();
            case null, default -> throw Refused.invalid("body");
        };
    }
}
