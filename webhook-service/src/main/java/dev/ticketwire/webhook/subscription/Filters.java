package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.RelationFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.selection.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events a subscription wants; null for all. All filters must match; of several values of one, one must match.
 *
 * @param types with their versions, such as {@code ticket.created.v1}; null for all changes: a snapshot is none, and an
 *     operator makes one of every ticket for some other consumer
 * @param departments ids, as the others; what no longer exists matches nothing
 * @param topics may contain 0: tickets without a topic
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Filters(
        @Nullable List<String> types,
        @Nullable List<Integer> departments,
        @Nullable List<Integer> topics,
        @Nullable List<Integer> statuses,
        @Nullable List<Integer> priorities) {
    private static final Set<String> CHANGES = Arrays.stream(TicketEventType.values())
            .filter(type -> type != TicketEventType.SNAPSHOT)
            .map(TicketEventType::type)
            .collect(Collectors.toUnmodifiableSet());

    static final Filters NONE = new Filters(null, null, null, null, null);

    /** @param caller whose departments and notes bind it */
    Selection selection(Identity caller, Reference reference) {
        boolean isRelated = departments != null || topics != null || statuses != null || priorities != null;
        RelationFilter relations = new RelationFilter(
                set(departments),
                set(topics),
                set(statuses),
                set(priorities),
                reference.config().number("default_priority_id"));
        return Selection.of(types == null ? CHANGES : Set.copyOf(types), isRelated ? relations : null, caller);
    }

    private static <T> @Nullable Set<T> set(@Nullable List<T> values) {
        return values == null ? null : Set.copyOf(values);
    }
}
