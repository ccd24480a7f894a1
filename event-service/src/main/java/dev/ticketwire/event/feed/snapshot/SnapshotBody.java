package dev.ticketwire.event.feed.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.event.feed.copy.SelectedTickets;
import dev.ticketwire.event.feed.store.SnapshotRequest;
import dev.ticketwire.osticket.filter.TicketFilter;
import dev.ticketwire.osticket.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads the body of a request for a snapshot, strictly. */
final class SnapshotBody {
    private static final String RATE = "rate";
    private static final int USUAL_RATE = 200;
    private static final int HIGHEST_RATE = 5000;
    private static final int MOST_VALUES = 1000;

    /** Members of the body by the names of the ticket list's filters. */
    private static final Map<String, String> FILTERS = Map.of(
            "department", "department",
            "status", "status",
            "state", "state",
            "topic", "topic",
            "createdSince", "created_since",
            "updatedSince", "updated_since",
            "numbers", SelectedTickets.NUMBER);

    private static final ObjectMapper JSON = new ObjectMapper();

    private SnapshotBody() {}

    /**
     * @param body an object, or empty for all tickets
     * @throws Refused if a member is unknown or has an invalid value
     */
    static SnapshotRequest parse(String body, Reference reference) {
        JsonNode root = root(body);
        Map<String, List<String>> filter = new TreeMap<>();
        root.fields().forEachRemaining(member -> {
            String name = FILTERS.get(member.getKey());
            if (name != null) {
                filter.put(name, values(member.getKey(), member.getValue()));
            } else if (!member.getKey().equals(RATE)) {
                throw Refused.unknown(member.getKey());
            }
        });
        // Refuses what is not a filter's value.
        TicketFilter.of(filter, Identity.GATEWAY, reference);
        return new SnapshotRequest(UUID.randomUUID().toString(), false, filter, rate(root.path(RATE)));
    }

    private static JsonNode root(String body) {
        try {
            JsonNode root = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            if (!root.isObject()) {
                throw Refused.of(ProblemCode.INVALID_VALUE, "The body must be a JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw Refused.of(ProblemCode.INVALID_JSON, "The body is not JSON");
        }
    }

    /** A text or number, or a list of them. */
    private static List<String> values(String name, JsonNode value) {
        List<String> values = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : JSON.createArrayNode().add(value)) {
            String text = one.asText().strip();
            if (!one.isTextual() && !one.isIntegralNumber() || text.isEmpty()) {
                throw Refused.invalid(name);
            }
            values.add(text);
        }
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw Refused.of(ProblemCode.INVALID_VALUE, name + " takes 1 to " + MOST_VALUES + " values", name);
        }
        return values;
    }

    private static int rate(JsonNode rate) {
        if (rate.isMissingNode()) {
            return USUAL_RATE;
        }
        if (!rate.isInt() || rate.intValue() < 1 || rate.intValue() > HIGHEST_RATE) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE, RATE + " must be a whole number from 1 to " + HIGHEST_RATE, RATE);
        }
        return rate.intValue();
    }
}
