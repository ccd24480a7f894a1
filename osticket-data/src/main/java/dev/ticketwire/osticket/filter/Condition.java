package dev.ticketwire.osticket.filter;

import dev.ticketwire.osticket.sql.Placeholders;
import java.util.Collection;
import java.util.List;

/**
 * A condition on a ticket {@code t}, with what its question marks stand for. Tables are named as {@code TablePrefix} has it.
 */
record Condition(String sql, List<?> values) {
    static final Condition NEVER = new Condition("FALSE", List.of());

    static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /** @param column an expression that shall be one of {@code values}; none of them: never */
    static Condition in(String column, Collection<?> values) {
        return values.isEmpty()
                ? NEVER
                : new Condition(column + " IN " + Placeholders.in(values.size()), List.copyOf(values));
    }
}
