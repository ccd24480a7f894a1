package dev.ticketwire.event.capture;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not used for the longest time. */
final class Recent<V> extends LinkedHashMap<Long, V> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    /** @param most number of entries */
    Recent(int most) {
        super(16, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
        return size() > most;
    }
}
