package dev.ticketwire.event.feed.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** States as JSON: the record's components, and {@code version}. */
final class StateCodec {
    /** Increased when an older release cannot go on with the state; unknown members are ignored. */
    private static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StateCodec() {}

    static byte[] bytes(Object state) {
        ObjectNode node = JSON.valueToTree(state);
        node.put("version", VERSION);
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UnreadableStateException if it is not such a state, or of a later version */
    static <T> T read(byte[] json, Class<T> type) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.path("version").asInt() != VERSION) {
                throw new UnreadableStateException("its version is " + node.path("version") + ", not " + VERSION);
            }
            return JSON.treeToValue(node, type);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UnreadableStateException unreadable) {
                throw unreadable;
            }
            throw new UnreadableStateException(String.valueOf(e.getMessage()));
        }
    }
}
