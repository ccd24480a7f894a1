package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.osticket.reference.Reference;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a body. */
final class FilterBody {
    private static final int MOST_VALUES = 100;

    private final Map<String, JsonNode> sent;
    private final Reference reference;
    private final Departments visible;

    FilterBody(Map<String, JsonNode> sent, Reference reference, Departments visible) {
        this.sent = sent;
        this.reference = reference;
        this.visible = visible;
    }

    Filters applyTo(Filters before) {
        return new Filters(
                list("types", "names of event types", FilterBody::type, before.types()),
                ids("departments", this::isDepartment, before.departments()),
                ids("topics", id -> id == 0 || reference.topics().get(id) != null, before.topics()),
                ids("statuses", id -> reference.statuses().get(id) != null, before.statuses()),
                ids("priorities", id -> reference.priorities().get(id) != null, before.priorities()));
    }

    private boolean isDepartment(int id) {
        return visible.include(id) && reference.departments().get(id) != null;
    }

    private static @Nullable String type(JsonNode value) {
        String name = value.asText();
        return Arrays.stream(TicketEventType.values())
                .map(TicketEventType::type)
                .filter(type -> type.equals(name) || withoutVersion(type).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String withoutVersion(String type) {
        return type.substring(0, type.lastIndexOf(".v"));
    }

    private @Nullable List<Integer> ids(String name, IntPredicate exists, @Nullable List<Integer> before) {
        return list(
                name,
                "ids of " + name + " that exist" + (name.equals("departments") ? " and that the key may see" : ""),
                value -> value.isInt() && exists.test(value.intValue()) ? value.intValue() : null,
                before);
    }

    private <T> @Nullable List<T> list(
            String name, String expected, Function<JsonNode, @Nullable T> read, @Nullable List<T> before) {
        JsonNode value = sent.get(name);
        if (value == null) {
            return before;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.isEmpty() || value.size() > MOST_VALUES) {
            throw JsonBodies.invalid(name, "1 to " + MOST_VALUES + " " + expected + ", or null for all");
        }
        Set<T> values = new LinkedHashSet<>();
        for (JsonNode one : value) {
            T known = read.apply(one);
            if (known == null) {
                throw JsonBodies.invalid(name, expected + "; " + one + " is not");
            }
            values.add(known);
        }
        return List.copyOf(values);
    }
}
