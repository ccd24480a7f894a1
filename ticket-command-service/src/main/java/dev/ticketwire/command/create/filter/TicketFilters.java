package dev.ticketwire.command.create.filter;

import dev.ticketwire.osticket.format.StoredJson;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Filter;
import dev.ticketwire.osticket.schema.FilterAction;
import dev.ticketwire.osticket.schema.FilterRule;
import dev.ticketwire.osticket.sql.Collation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The help desk's filters for new tickets, in their order of execution, and its ban list. */
public final class TicketFilters {
    /** The values that the action {@code replyto} compares. */
    public static final String EMAIL = "email";

    public static final String REPLY_TO = "reply-to";

    private static final String BAN_LIST = "SYSTEM BAN LIST";

    private final Reference reference;
    private final List<Compiled> filters = new ArrayList<>();
    private final Set<String> banned = new HashSet<>();

    private record Compiled(Filter filter, List<FilterCondition> conditions, List<Action> actions) {
        boolean matches(Function<String, String> values) {
            return !conditions.isEmpty()
                    && (filter.matchAllRules
                            ? conditions.stream().allMatch(condition -> condition.holds(values))
                            : conditions.stream().anyMatch(condition -> condition.holds(values)));
        }
    }

    private record Action(String type, StoredJson configuration) {}

    public TicketFilters(Reference reference) {
        this.reference = reference;
        reference.filters().all().stream()
                .filter(filter -> filter.isActive)
                .sorted(Comparator.comparingInt(filter -> filter.executionOrder))
                .forEach(this::compile);
    }

    private void compile(Filter filter) {
        List<FilterRule> rules = reference.filterRules().getOrDefault(filter.id, List.of());
        if (filter.name.equals(BAN_LIST)) {
            rules.stream()
                    .filter(rule -> rule.isActive && rule.what.equals(EMAIL))
                    .forEach(rule -> banned.add(Collation.key(rule.value)));
        }
        if (RequestOrigin.isSupported(filter)) {
            List<FilterAction> actions = reference.filterActions().getOrDefault(filter.id, List.of());
            filters.add(new Compiled(
                    filter,
                    rules.stream().map(FilterCondition::of).toList(),
                    actions.stream()
                            .map(action -> new Action(action.type, StoredJson.read(action.configuration)))
                            .toList()));
        }
    }

    public boolean bans(String address) {
        return banned.contains(Collation.key(address));
    }

    /** Whether a filter compares one of these fields. */
    public boolean looksAt(Set<Integer> fields) {
        return filters.stream()
                .flatMap(filter -> filter.conditions.stream())
                .anyMatch(condition -> fields.stream().anyMatch(id -> isOf(condition.what(), id)));
    }

    private static boolean isOf(String what, int field) {
        String name = "field." + field;
        return what.equals(name) || what.startsWith(name + ".");
    }

    /**
     * Applies the filters.
     *
     * @param origin channel of the request
     * @param values values of the ticket by name: {@code email}, {@code name}, {@code field.<id>}; empty if missing
     * @return with {@link FilterResult#usesReplyTo} as soon as a filter sets it and {@code reply-to} differs from
     *     {@code email}: the filters must then run again, with the new owner
     */
    public FilterResult judge(RequestOrigin origin, Function<String, String> values) {
        FilterResultBuilder builder = null;
        for (Compiled compiled : filters) {
            if (!origin.isCoveredBy(compiled.filter) || !compiled.matches(values)) {
                continue;
            }
            builder = builder == null ? new FilterResultBuilder(reference) : builder;
            FilterResult end = apply(compiled, values, builder);
            if (end != null) {
                return end;
            }
            if (compiled.filter.stopOnMatch) {
                break;
            }
        }
        return builder == null ? FilterResult.NONE : builder.build(false);
    }

    /** @return the final result, null if further filters may apply */
    private static @Nullable FilterResult apply(
            Compiled compiled, Function<String, String> values, FilterResultBuilder builder) {
        for (Action action : compiled.actions) {
            if (action.type.equals("reject")) {
                return FilterResult.REJECTED;
            }
            if (action.type.equals("replyto") && isElsewhere(values)) {
                return builder.build(true);
            }
            builder.apply(compiled.filter.name, action.type, action.configuration);
        }
        return null;
    }

    private static boolean isElsewhere(Function<String, String> values) {
        String replyTo = values.apply(REPLY_TO);
        return !replyTo.isEmpty() && !replyTo.equals(values.apply(EMAIL));
    }
}
