package dev.ticketwire.stats.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of figures, the same for every form of answer.
 *
 * @param columns their names; one with a dot is a member of a member
 * @param rows a value for each column: a {@link Long}, a text, or null
 */
record Sheet(List<String> columns, List<List<@Nullable Object>> rows) {
    static Sheet of(String... columns) {
        return new Sheet(List.of(columns), new ArrayList<>());
    }

    void add(List<@Nullable Object> row) {
        rows.add(row);
    }
}
