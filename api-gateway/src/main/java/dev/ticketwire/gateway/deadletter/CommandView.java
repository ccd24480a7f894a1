package dev.ticketwire.gateway.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Renders a command as JSON for an operator. */
final class CommandView {
    private CommandView() {}

    /** The command as JSON, with the size instead of binary values; null if it cannot be decoded. */
    static @Nullable JsonNode of(String type, byte[] command) {
        try {
            return readable(CommandCodec.json().valueToTree(CommandCodec.decode(type, command)));
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonNode readable(JsonNode node) {
        if (node.isBinary()) {
            return IntNode.valueOf(size(node));
        }
        if (node instanceof ObjectNode members) {
            members.properties().forEach(member -> member.setValue(readable(member.getValue())));
        } else if (node instanceof ArrayNode elements) {
            for (int i = 0; i < elements.size(); i++) {
                elements.set(i, readable(elements.get(i)));
            }
        }
        return node;
    }

    private static int size(JsonNode binary) {
        try {
            return binary.binaryValue().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
