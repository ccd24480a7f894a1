package dev.ticketwire.event.capture.rule;

import dev.ticketwire.contract.event.ChangedMember;
import dev.ticketwire.contract.event.TicketEventType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, without who did it.
 *
 * @param kind end of the event's id; tells the events of one row apart
 * @param before as in the event
 * @param after as in the event
 */
record Fact(
        TicketEventType type,
        String kind,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after) {

    /** A value that changed from one to another; null for none. */
    static Fact changed(TicketEventType type, ChangedMember member, @Nullable Object before, @Nullable Object after) {
        return new Fact(type, kind(type), one(member, before), one(member, after));
    }

    /** Something new. */
    static Fact added(TicketEventType type, ChangedMember member, Object after) {
        return new Fact(type, kind(type), null, one(member, after));
    }

    /** Something that is gone. */
    static Fact removed(TicketEventType type, ChangedMember member, Object before) {
        return new Fact(type, kind(type), one(member, before), null);
    }

    /** Told by its type alone. */
    static Fact plain(TicketEventType type) {
        return new Fact(type, kind(type), null, null);
    }

    /** The same for the parent of the ticket whose row it is. */
    Fact ofParent() {
        return new Fact(type, kind + "-parent", before, after);
    }

    static Map<String, @Nullable Object> one(ChangedMember member, @Nullable Object value) {
        return two(member, value, null, null);
    }

    static Map<String, @Nullable Object> two(
            ChangedMember first, @Nullable Object value, @Nullable ChangedMember second, @Nullable Object other) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(first.member(), value);
        if (second != null) {
            values.put(second.member(), other);
        }
        return values;
    }

    static String kind(TicketEventType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
