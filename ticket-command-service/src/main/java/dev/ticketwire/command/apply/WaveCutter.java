package dev.ticketwire.command.apply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Cuts a list into waves whose items do not depend on each other. The waves, one after the other, are the list.
 *
 * @param <T> an item, e.g. a command
 */
public final class WaveCutter<T> {
    private final List<List<T>> waves = new ArrayList<>();
    private final Set<Object> changed = new HashSet<>();
    private final Set<Object> kept = new HashSet<>();
    private boolean isClosed = true;

    /**
     * What an item does to things that have keys, e.g. tickets.
     *
     * @param changes things that it changes
     * @param reads things that it must see as earlier items leave them
     * @param keeps things that a later item of its wave may not change
     * @param alone whether it is a wave of its own
     */
    public record Footprint(Set<?> changes, Set<?> reads, Set<?> keeps, boolean alone) {
        public static Footprint of(Set<?> changes, Set<?> reads) {
            return new Footprint(changes, reads, Set.of(), false);
        }
    }

    private WaveCutter() {}

    /** @return no wave is empty */
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
