package dev.ticketwire.osticket.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Takes out of a transfer what belongs to a department that the caller may not see. */
public final class Redaction {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TICKET = "ticket";

    private Redaction() {}

    /**
     * @param event a CloudEvent as JSON in one line
     * @return the same form
     */
    public static byte[] apply(View view, byte[] event) {
        return switch (view) {
            case WHOLE -> event;
            case ARRIVAL -> without(event, Redaction::before);
            case DEPARTURE -> without(event, Redaction::ticketAndAfter);
            case HIDDEN -> throw new IllegalArgumentException("a hidden event is not told");
        };
    }

    private static void before(ObjectNode data) {
        data.remove("before");
    }

    /** Of the ticket only what names it stays. */
    private static void ticketAndAfter(ObjectNode data) {
        data.remove("after");
        if (data.path(TICKET) instanceof ObjectNode ticket) {
            ticket.retain(List.of("id", "number"));
        }
    }

    private static byte[] without(byte[] event, java.util.function.Consumer<ObjectNode> removal) {
        ObjectNode root = (ObjectNode) parsed(event);
        removal.accept((ObjectNode) root.path("data"));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if it is not JSON */
    public static JsonNode parsed(byte[] event) {
        try {
            return JSON.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
