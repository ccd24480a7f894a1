package dev.ticketwire.osticket.selection;

import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.filter.RelationFilter;
import dev.ticketwire.osticket.reference.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a request: all must match; of several values of one, one must match. {@code type} is a type with or
 * without its version, {@code number} the ticket's number, the others are those of tickets.
 *
 * @param types null for all
 * @param numbers null for all
 * @param relations null for all
 */
record EventFilter(
        @Nullable Set<String> types,
        @Nullable Set<String> numbers,
        @Nullable RelationFilter relations) {
    private static final String TYPE = "type";
    private static final String NUMBER = "number";
    private static final int LONGEST_NUMBER = 20;

    static boolean isFilter(String name) {
        return name.equals(TYPE) || name.equals(NUMBER) || RelationFilter.isFilter(name);
    }

    /**
     * @param sent parameters by name
     * @param reference asked for if there is a filter that needs it
     * @throws Refused 400 for an invalid value
     */
    static EventFilter of(Map<String, List<String>> sent, Supplier<Reference> reference) {
        boolean isRelated = sent.keySet().stream().anyMatch(RelationFilter::isFilter);
        return new EventFilter(
                types(sent.get(TYPE)),
                numbers(sent.get(NUMBER)),
                isRelated ? RelationFilter.of(sent, reference.get()) : null);
    }

    private static @Nullable Set<String> types(@Nullable List<String> sent) {
        return sent == null ? null : parts(sent).map(EventFilter::type).collect(Collectors.toSet());
    }

    private static String type(String name) {
        return Arrays.stream(TicketEventType.values())
                .map(TicketEventType::type)
                .filter(type -> type.equals(name)
                        || type.substring(0, type.lastIndexOf(".v")).equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.of(ProblemCode.INVALID_VALUE, "There is no type '" + name + "'", TYPE));
    }

    private static @Nullable Set<String> numbers(@Nullable List<String> sent) {
        if (sent == null) {
            return null;
        }
        Set<String> numbers = parts(sent).collect(Collectors.toSet());
        if (numbers.stream().anyMatch(number -> number.isEmpty() || number.length() > LONGEST_NUMBER)) {
            throw Refused.of(
                    ProblemCode.INVALID_VALUE, "number must have 1 to " + LONGEST_NUMBER + " characters", NUMBER);
        }
        return numbers;
    }

    private static Stream<String> parts(List<String> sent) {
        return sent.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip);
    }

    boolean isEmpty() {
        return types == null && numbers == null && relations == null;
    }

    /** By what every view of an event shows. */
    boolean acceptsKind(EventFacts event) {
        return acceptsType(event.type()) && (numbers == null || numbers.contains(event.number()));
    }

    boolean acceptsType(String type) {
        return types == null || types.contains(type);
    }

    boolean acceptsDepartment(int department) {
        return relations == null || relations.acceptsDepartment(department);
    }

    /** By the ticket's state after the change, except its department. */
    boolean acceptsState(EventFacts event) {
        return relations == null || relations.accepts(event.topic(), event.status(), event.priority());
    }
}
