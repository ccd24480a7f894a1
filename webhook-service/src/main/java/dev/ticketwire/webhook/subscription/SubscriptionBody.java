package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.webhook.send.SigningSecret;
import dev.ticketwire.webhook.send.TargetRules;
import dev.ticketwire.webhook.template.TemplateRenderer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that makes or changes a subscription. Members that are not sent keep their values; null clears.
 */
final class SubscriptionBody {
    private static final Set<String> MEMBERS = Set.of(
            "url",
            "description",
            "types",
            "departments",
            "topics",
            "statuses",
            "priorities",
            "headers",
            "template",
            "secret");
    /** Names of platforms that call REST hooks so. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("hookUrl", "url", "targetUrl", "url", "target_url", "url", "event", "types");

    private static final String KEY = "keyId";
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int LONGEST_URL = 2000;
    private static final int MOST_HEADERS = 20;
    private static final int LARGEST_TEMPLATE = 32 * 1024;

    private final Map<String, JsonNode> sent;

    private SubscriptionBody(Map<String, JsonNode> sent) {
        this.sent = sent;
    }

    /**
     * @param isOperator whether the member {@code keyId} is known
     * @throws Refused 400 if it is no JSON object, or has unknown members, or one under two names
     */
    static SubscriptionBody parse(byte[] body, boolean isOperator) {
        Map<String, JsonNode> sent = new LinkedHashMap<>();
        JsonBodies.object(body).properties().forEach(member -> {
            String name = OTHER_NAMES.getOrDefault(member.getKey(), member.getKey());
            if (!MEMBERS.contains(name) && !(isOperator && name.equals(KEY))) {
                throw Refused.unknown(member.getKey());
            }
            if (sent.put(name, value(member.getKey(), member.getValue())) != null) {
                throw JsonBodies.invalid(member.getKey(), "sent once: it is another name of " + name);
            }
        });
        return new SubscriptionBody(sent);
    }

    /** The other platforms' {@code event} is one type. */
    private static JsonNode value(String name, JsonNode value) {
        return name.equals("event") && value.isTextual() ? JsonBodies.array(value) : value;
    }

    /** The key for which an operator makes it, null if the member is missing. */
    @Nullable
    Integer keyId() {
        JsonNode id = sent.get(KEY);
        if (id != null && !id.isInt()) {
            throw JsonBodies.invalid(KEY, "the id of a key");
        }
        return id == null ? null : id.intValue();
    }

    /** The secret that was sent, as text; null for one of ours. */
    @Nullable
    String secret() {
        JsonNode secret = sent.get("secret");
        return secret == null || secret.isNull() ? null : secret(secret);
    }

    static String secret(JsonNode secret) {
        try {
            return SigningSecret.parse(secret.asText()).text();
        } catch (IllegalArgumentException e) {
            throw JsonBodies.invalid("secret", "whsec_ and 24 to 64 bytes in base64");
        }
    }

    void refuseSecret() {
        if (sent.containsKey("secret")) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE, "secret is changed by POST /webhooks/{id}/rotate, not here", "secret");
        }
    }

    /**
     * {@code before} with the sent members applied. Blocks: the address is looked up.
     *
     * @param visible departments of the key, the only ones that it may name
     * @throws Refused 400 for an invalid value, naming its member
     */
    Draft applyTo(Draft before, Reference reference, Departments visible, TargetRules rules) {
        return new Draft(
                sent.containsKey("description") ? description() : before.description(),
                sent.containsKey("url") || before.url().isEmpty() ? url(rules) : before.url(),
                sent.containsKey("headers") ? headers(before.headers(), rules) : before.headers(),
                new FilterBody(sent, reference, visible).applyTo(before.filters()),
                sent.containsKey("template") ? template() : before.template());
    }

    private String description() {
        JsonNode value = member("description");
        if (value.isNull()) {
            return "";
        }
        String text = value.asText().strip();
        boolean fits = value.isTextual()
                && text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
                && text.codePoints().noneMatch(SubscriptionBody::isUnprintable);
        if (!fits) {
            throw JsonBodies.invalid(
                    "description", "a text of at most " + LONGEST_DESCRIPTION + " characters in one line");
        }
        return text;
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private String url(TargetRules rules) {
        JsonNode value = sent.getOrDefault("url", JsonBodies.missing());
        if (!value.isTextual() || value.asText().length() > LONGEST_URL) {
            throw JsonBodies.invalid("url", "an address of at most " + LONGEST_URL + " characters");
        }
        return rules.checkedUrl(value.asText().strip()).toString();
    }

    /** A value null keeps the header as it is: values are never shown, so a form cannot send them back. */
    private Map<String, String> headers(Map<String, String> before, TargetRules rules) {
        JsonNode value = member("headers");
        if (value.isNull()) {
            return Map.of();
        }
        if (!value.isObject() || value.size() > MOST_HEADERS) {
            throw JsonBodies.invalid("headers", "an object of at most " + MOST_HEADERS + " headers");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        value.properties().forEach(header -> headers.put(header.getKey(), header(header, before)));
        return rules.checkedHeaders(headers);
    }

    private static String header(Map.Entry<String, JsonNode> header, Map<String, String> before) {
        String kept = header.getValue().isNull() ? before.get(header.getKey()) : null;
        if (kept == null && !header.getValue().isTextual()) {
            throw JsonBodies.invalid("headers", "an object of texts");
        }
        return kept == null ? header.getValue().asText() : kept;
    }

    private @Nullable JsonNode template() {
        JsonNode value = member("template");
        if (value.getNodeType() == JsonNodeType.NULL) {
            return null;
        }
        if (value.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_TEMPLATE) {
            throw JsonBodies.invalid("template", "at most " + LARGEST_TEMPLATE + " bytes of JSON");
        }
        TemplateRenderer.check(value);
        return value;
    }

    private JsonNode member(String name) {
        return sent.getOrDefault(name, JsonBodies.missing());
    }

    /** What was sent, by which a repeated request is known. */
    String canonical() {
        return JsonBodies.canonical(new HashMap<>(sent));
    }
}
