package dev.ticketwire.mail.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which failed mails are sent again; all of them if nothing is given.
 *
 * @param from when they were decided, as {@code to}, which is not among them
 */
record ResendBody(
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final Set<String> MEMBERS = Set.of("type", "from", "to");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws Refused 400 */
    static ResendBody of(byte[] body) {
        JsonNode root = body.length == 0 ? JSON.createObjectNode() : parsed(body);
        if (!root.isObject()) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "The body must be a JSON object");
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw Refused.unknown(name);
            }
        });
        return new ResendBody(MailFilter.type(text(root, "type")), time(root, "from"), time(root, "to"));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Refused.of(ProblemCode.INVALID_JSON, "The body is not JSON, or has a member twice");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String text(JsonNode root, String member) {
        JsonNode value = root.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refused.of(ProblemCode.INVALID_VALUE, member + " must be a text", member);
        }
        return value.textValue();
    }

    private static @Nullable Instant time(JsonNode root, String member) {
        String text = text(root, member);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE, member + " must be a time such as 2026-12-01T12:00:00Z", member);
        }
    }
}
