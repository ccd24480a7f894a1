package dev.ticketwire.gateway.route;

import dev.ticketwire.gateway.body.Body;
import dev.ticketwire.gateway.body.BodyReader;
import dev.ticketwire.gateway.body.Fields;
import dev.ticketwire.gateway.body.JsonBody;
import dev.ticketwire.gateway.call.Call;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.Refused;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the plugin checks before the key: bodies of update and link, and numbers of the subticket operations. */
@ApplicationScoped
class LinkRequests {
    private final BodyReader bodies;

    LinkRequests(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** Reads and checks the body of an update or a link, then goes on. */
    void read(Call call, Runnable then) {
        bodies.read(
                call,
                body -> bodies.decode(call, body, () -> check(call, body), checked -> {
                    body.release();
                    then.run();
                }));
    }

    private static boolean check(Call call, Body body) {
        Object data = data(call, body.bytes().getBytes());
        if (call.target().operation() == Operation.LINK) {
            checkChild(call, data instanceof Map<?, ?> fields ? fields.get("childId") : null);
        }
        return true;
    }

    private static @Nullable Object data(Call call, byte[] bytes) {
        String contentType = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType == null || !contentType.contains("application/json")) {
            Map<String, @Nullable Object> form =
                    call.target().operation() == Operation.LINK ? Fields.form(contentType, bytes) : Map.of();
            if (form.isEmpty()) {
                throw Refused.of(400, "body-missing", "No data provided");
            }
            return form;
        }
        JsonBody json = JsonBody.parse(bytes);
        if (json.problem() != null) {
            throw Refused.of(400, "invalid-json", "Invalid JSON: " + json.problem());
        }
        if (json.isEmpty()) {
            throw Refused.of(400, "body-missing", "No data provided in JSON body");
        }
        if (!(json.value() instanceof Map<?, ?>) && !(json.value() instanceof java.util.List<?>)) {
            throw Refused.invalid("body");
        }
        return json.value();
    }

    private static void checkChild(Call call, @Nullable Object child) {
        if (child == null || child.equals("") || child.equals("0") || child.equals(0)) {
            throw Refused.of(400, "child-missing", "Missing childId in request body");
        }
        if (!(child instanceof String) && !(child instanceof Integer) && !(child instanceof Long)) {
            throw Refused.of(400, "invalid-value", "Invalid child ticket number");
        }
        checkArgument(call);
        if (child.toString().equalsIgnoreCase(call.target().argument())) {
            throw Refused.of(400, "link-to-itself", "Cannot link ticket to itself");
        }
    }

    /** Refuses ticket number 0 where the plugin does so before it looks at the key. */
    static void checkArgument(Call call) {
        @Nullable
        String text = switch (Objects.requireNonNull(call.target().operation())) {
            case PARENT, CHILDREN -> "Invalid ticket number";
            case LINK -> "Invalid parent ticket number";
            case UNLINK -> "Invalid child ticket number";
            default -> null;
        };
        if (text != null && call.target().argument().equals("0")) {
            throw Refused.of(400, "invalid-value", text);
        }
    }
}
