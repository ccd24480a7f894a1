package dev.ticketwire.stats.report;

import java.util.Comparator;

/** By id, and sources by name. */
record ByValue(Dimension by) implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
        return by.id(a) instanceof Long left && by.id(b) instanceof Long right
                ? Long.compare(left, right)
                : a.compareTo(b);
    }
}
