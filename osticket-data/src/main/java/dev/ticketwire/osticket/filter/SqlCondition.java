package dev.ticketwire.osticket.filter;

import dev.ticketwire.osticket.sql.Placeholders;
import java.util.Collection;
import java.util.List;

/**
 * A condition on a ticket {@code t}, with what its question marks stand for. Tables are named as {@code TablePrefix}
 * has it.
 */
record SqlCondition(String sql, List<?> values) {
    static final SqlCondition NEVER = new SqlCondition("FALSE", List.of());

    static SqlCondition of(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values));
    }

    /** @param column an expression that shall be one of {@code values}; none of them: never */
    static SqlCondition in(String column, Collection<?> values) {
        return values.isEmpty()
                ? NEVER
                : new SqlCondition(column + " IN " + Placeholders.in(values.size()), List.copyOf(values));
    }
}
