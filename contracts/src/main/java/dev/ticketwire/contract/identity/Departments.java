package dev.ticketwire.contract.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The departments whose tickets a key may see and change: some, or all. */
public final class Departments {
    public static final Departments ALL = new Departments(null);

    private final @Nullable List<Integer> ids;

    private Departments(@Nullable List<Integer> ids) {
        this.ids = ids;
    }

    /** @throws IllegalArgumentException if there are no ids: that could mean all or none */
    public static Departments of(Collection<Integer> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("no department");
        }
        return new Departments(ids.stream().distinct().sorted().toList());
    }

    /**
     * @param text as {@link #toString} writes it
     * @throws IllegalArgumentException for any other text, which must never mean all
     */
    public static Departments parse(String text) {
        return text.equals("all")
                ? ALL
                : of(Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList());
    }

    public boolean areAll() {
        return ids == null;
    }

    /** In ascending order; empty for all departments. */
    public List<Integer> ids() {
        return ids == null ? List.of() : ids;
    }

    public boolean include(int department) {
        return ids == null || ids.contains(department);
    }

    /** {@code all}, or ids separated by commas. */
    @Override
    public String toString() {
        return ids == null ? "all" : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Departments departments && toString().equals(departments.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
