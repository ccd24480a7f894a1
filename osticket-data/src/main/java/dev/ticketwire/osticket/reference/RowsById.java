package dev.ticketwire.osticket.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Rows of one reference table, ordered by id. */
public final class RowsById<T> {
    private final Map<Integer, T> byId;

    public RowsById(List<T> rows, ToIntFunction<T> id) {
        Map<Integer, T> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(id.applyAsInt(row), row));
        byId = map;
    }

    /** The row with this id, null if there is none. */
    public @Nullable T get(int id) {
        return byId.get(id);
    }

    /** All rows by id, ascending. */
    public Collection<T> all() {
        return byId.values();
    }

    /** The first row by id that meets {@code condition}, null if there is none. */
    public @Nullable T first(Predicate<T> condition) {
        for (T row : byId.values()) {
            if (condition.test(row)) {
                return row;
            }
        }
        return null;
    }
}
