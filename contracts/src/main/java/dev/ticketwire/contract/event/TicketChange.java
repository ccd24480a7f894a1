package dev.ticketwire.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A change of one ticket. Members that are null are left out of the JSON, except inside of {@code before} and {@code
 * after}.
 *
 * @param ticket the ticket right after the change; of {@link TicketEventType#DELETED} its last state
 * @param actor who made the change
 * @param commandId id of the command that made it, a UUID; null if no command did
 * @param before what changed, before the change, by name; null where there is no before
 * @param after what changed, after the change, with the same names as {@code before}; null where there is no after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketChange(
        TicketState ticket,
        Actor actor,
        @Nullable String commandId,
        @Nullable Map<String, @Nullable Object> before,
        @Nullable Map<String, @Nullable Object> after)
        implements EventData {

    /** The change with values of their own classes, as {@link ChangedMember} names them, instead of JSON's. */
    TicketChange typed(BiFunction<Object, Class<?>, Object> conversion) {
        return new TicketChange(ticket, actor, commandId, typed(before, conversion), typed(after, conversion));
    }

    private static @Nullable Map<String, @Nullable Object> typed(
            @Nullable Map<String, @Nullable Object> values, BiFunction<Object, Class<?>, Object> conversion) {
        if (values == null) {
            return null;
        }
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        values.forEach((name, value) ->
                typed.put(name, value == null ? null : conversion.apply(value, ChangedMember.typeOf(name))));
        return typed;
    }
}
