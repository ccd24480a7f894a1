package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Reads the JSON of requests, strictly. */
public final class JsonBodies {
    private static final int DEEPEST = 64;
    private static final ObjectMapper JSON = mapper();

    private JsonBodies() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }

    /**
     * An object; an empty body counts as one without members.
     *
     * @throws Refused 400 if it is something else
     */
    public static JsonNode object(byte[] body) {
        JsonNode root = body.length == 0 ? JSON.createObjectNode() : parsed(body);
        if (!root.isObject()) {
            throw Refused.of(ProblemCode.INVALID_VALUE, "The body must be a JSON object");
        }
        return root;
    }

    /** @throws Refused 400 for a member that is not one of {@code known} */
    public static JsonNode object(byte[] body, Set<String> known) {
        JsonNode root = object(body);
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Refused.unknown(name);
            }
        });
        return root;
    }

    /** A member has an invalid value: 400. */
    public static Refused invalid(String member, String expected) {
        return Refused.of(ProblemCode.INVALID_VALUE, member + " must be " + expected, member);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Refused.of(
                    ProblemCode.INVALID_JSON,
                    "The body is not JSON, has a member twice, or is nested deeper than " + DEEPEST);
        }
    }

    static JsonNode array(JsonNode only) {
        return JSON.createArrayNode().add(only);
    }

    static JsonNode missing() {
        return MissingNode.getInstance();
    }

    /** The same text for the same members in any order. */
    static String canonical(Map<String, JsonNode> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
