package dev.ticketwire.query.lookup;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders rows by their names, and tree nodes by their paths. */
final class NameOrder {
    private NameOrder() {}

    /** Approximates the database's collation: by letters, ignoring case and accents. */
    static <T> Comparator<T> byName(Function<T, String> name) {
        return Comparator.comparing(row -> Normalizer.normalize(name.apply(row), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT));
    }

    /** The names from the root down, {@code A / B}; ends at a node that is its own ancestor. */
    static <T> String path(T node, Function<T, String> name, Function<T, @Nullable T> parent) {
        Deque<String> names = new ArrayDeque<>();
        Set<T> seen = new HashSet<>();
        for (T step = node; step != null && seen.add(step); step = parent.apply(step)) {
            names.addFirst(name.apply(step));
        }
        return String.join(" / ", names);
    }
}
