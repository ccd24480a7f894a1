package dev.ticketwire.gateway.body;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code a[b]=1} and {@code a[]=1} put together, by key. Knows its next index, which it would else have to look
 * for.
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

    /** Decimal as PHP writes it: {@code 07} is a name. */
    private static boolean isIndex(String key) {
        return !key.isEmpty()
                && key.length() <= LONGEST_INDEX
                && key.chars().allMatch(c -> c >= '0' && c <= '9')
                && (key.length() == 1 || key.charAt(0) != '0');
    }
}
