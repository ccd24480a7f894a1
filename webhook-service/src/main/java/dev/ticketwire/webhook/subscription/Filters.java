package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.filter.RelationFilter;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.selection.Selection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a subscription wants; null for all. All filters must match; of several values of one, one must match.
 *
 * @param types with their versions, such as {@code ticket.created.v1}
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
        return Selection.of(set(types), isRelated ? relations : null, caller);
    }

    private static <T> @Nullable Set<T> set(@Nullable List<T> values) {
        return values == null ? null : Set.copyOf(values);
    }
}
