package dev.ticketwire.gateway.body;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The members that {@code a[b]=1} and {@code a[]=1} add to {@code a}, by key. Keeps its next index.
 */
final class FormArray extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_INDEX = 9;

    private int next;

    /** One more than the largest index so far, as in PHP. */
    String nextIndex() {
        return Integer.toString(next);
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        if (isIndex(key)) {
            next = Math.max(next, Integer.parseInt(key) + 1);
        }
        return super.put(key, value);
    }

    /** Whether PHP takes the key for an index: {@code 7}, but not {@code 07}. */
    private static boolean isIndex(String key) {
        return !key.isEmpty()
                && key.length() <= LONGEST_INDEX
                && key.chars().allMatch(c -> c >= '0' && c <= '9')
                && (key.length() == 1 || key.charAt(0) != '0');
    }
}
