package dev.ticketwire.command.apply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Cuts a list into waves whose items do not depend on each other. The waves keep the order of the list.
 *
 * @param <T> an item, e.g. a command
 */
public final class WaveCutter<T> {
    private final List<List<T>> waves = new ArrayList<>();
    private final Set<Object> changed = new HashSet<>();
    private final Set<Object> kept = new HashSet<>();
    private boolean isClosed = true;

    /**
     * The keys, e.g. of tickets, that an item changes and reads.
     *
     * @param changes keys of objects that it changes
     * @param reads keys of objects that it must read after earlier items have changed them
     * @param keeps keys of objects that a later item of its wave must not change
     * @param alone whether it needs a separate wave
     */
    public record Footprint(Set<?> changes, Set<?> reads, Set<?> keeps, boolean alone) {
        public static Footprint of(Set<?> changes, Set<?> reads) {
            return new Footprint(changes, reads, Set.of(), false);
        }
    }

    private WaveCutter() {}

    /** @return waves, none of them empty */
    public static <T> List<List<T>> cut(List<T> items, Function<T, Footprint> footprint) {
        WaveCutter<T> cutter = new WaveCutter<>();
        items.forEach(item -> cutter.add(item, footprint.apply(item)));
        return cutter.waves;
    }

    private void add(T item, Footprint footprint) {
        if (isClosed || footprint.alone || dependsOnWave(footprint)) {
            waves.add(new ArrayList<>());
            changed.clear();
            kept.clear();
        }
        waves.getLast().add(item);
        changed.addAll(footprint.changes);
        kept.addAll(footprint.keeps);
        isClosed = footprint.alone;
    }

    private boolean dependsOnWave(Footprint footprint) {
        return !Collections.disjoint(footprint.reads, changed) || !Collections.disjoint(footprint.changes, kept);
    }
}
