package dev.ticketwire.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a schema with a released one. Within a version a schema may only gain optional members, and definitions for
 * them, and change its descriptions; everything else stays, so that old events are valid and old readers find what they
 * rely on.
 */
final class Compatibility {
    private static final Set<String> FOR_PEOPLE = Set.of("title", "description", "$comment", "examples");
    private static final Set<String> MAY_GROW = Set.of("properties", "$defs");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** What would break readers or old events, by place in the schema; empty if nothing does. */
    static List<String> breaks(JsonNode released, JsonNode current) {
        Compatibility comparison = new Compatibility();
        comparison.keywords("", released, current);
        return comparison.breaks;
    }

    /** A schema: the same keywords with equal values. */
    private void keywords(String place, JsonNode released, JsonNode current) {
        if (!released.isObject() || !current.isObject()) {
            same(place, released, current);
            return;
        }
        current.fieldNames().forEachRemaining(name -> {
            if (!released.has(name) && !FOR_PEOPLE.contains(name)) {
                breaks.add(place + "/" + name + " is new");
            }
        });
        released.properties().forEach(keyword -> {
            String name = keyword.getKey();
            String at = place + "/" + name;
            if (FOR_PEOPLE.contains(name)) {
                return;
            }
            if (!current.has(name)) {
                breaks.add(at + " is gone");
            } else if (MAY_GROW.contains(name)) {
                members(at, keyword.getValue(), current.get(name));
            } else {
                keyword(at, keyword.getValue(), current.get(name));
            }
        });
    }

    private void keyword(String place, JsonNode released, JsonNode current) {
        if (place.endsWith("/anyOf") && released.size() == current.size()) {
            for (int i = 0; i < released.size(); i++) {
                keywords(place + "/" + i, released.get(i), current.get(i));
            }
        } else if (place.endsWith("/items")) {
            keywords(place, released, current);
        } else {
            same(place, released, current);
        }
    }

    /** Schemas by name: further ones are additions. */
    private void members(String place, JsonNode released, JsonNode current) {
        released.properties().forEach(member -> {
            String at = place + "/" + member.getKey();
            if (current.has(member.getKey())) {
                keywords(at, member.getValue(), current.get(member.getKey()));
            } else {
                breaks.add(at + " is gone");
            }
        });
    }

    private void same(String place, JsonNode released, JsonNode current) {
        if (!released.equals(current)) {
            breaks.add(place + " was " + released + ", is " + current);
        }
    }
}
