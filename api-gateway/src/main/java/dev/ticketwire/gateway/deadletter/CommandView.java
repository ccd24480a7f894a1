package dev.ticketwire.gateway.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A command as an operator reads it. */
final class CommandView {
    private CommandView() {}

    /** The command's members, with the number of bytes in the place of bytes; null if it cannot be decoded. */
    static @Nullable JsonNode of(String type, byte[] command) {
        try {
            return readable(CommandCodec.json().valueToTree(CommandCodec.decode(type, command)));
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonNode readable(JsonNode node) {
        try {
            if (node.isBinary()) {
                return IntNode.valueOf(node.binaryValue().length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
