package dev.ticketwire.stats.report;

import java.util.Comparator;

/** Orders the values of a dimension: ids by number, sources by name. */
record GroupOrder(Dimension dimension) implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
        return dimension.id(a) instanceof Long left && dimension.id(b) instanceof Long right
                ? Long.compare(left, right)
                : a.compareTo(b);
    }
}
