package dev.ticketwire.osticket.filter;

import dev.ticketwire.osticket.sql.Placeholders;
import java.util.Collection;
import java.util.List;

/**
 * An SQL condition on a ticket {@code t} with its parameters. osTicket's tables are in braces, see {@code TablePrefix}.
 */
record SqlCondition(String sql, List<?> values) {
    static final SqlCondition NEVER = new SqlCondition("FALSE", List.of());

    static SqlCondition of(String sql, Object... values) {
        return new SqlCondition(sql, List.of(values));
    }

    /** @param column an expression that must be one of {@code values}; if they are empty, the condition is false */
    static SqlCondition in(String column, Collection<?> values) {
        return values.isEmpty()
                ? NEVER
                : new SqlCondition(column + " IN " + Placeholders.in(values.size()), List.copyOf(values));
    }
}
