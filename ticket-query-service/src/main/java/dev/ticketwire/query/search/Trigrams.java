package dev.ticketwire.query.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which texts hold which three characters in a row. A text that holds a part holds all of the part's trigrams; the reverse
 * need not be so, and what was once added stays: what is found are candidates.
 */
final class Trigrams {
    /** A class of characters has 21 bits. */
    private static final int BITS = 21;
    /** What an entry of the map, and each part of a set for 65,536 ids, take beside the ids, about. */
    private static final int ENTRY = 150;

    private static final int PART = 45;
    /** What an id takes at most, with room for more of them. */
    private static final int ID = 4;

    private final Map<Long, RoaringBitmap> texts = new HashMap<>();
    private long mostBytes;

    /** @param id of the text, taken as unsigned */
    void add(int id, int[] text) {
        for (int i = 0; i < text.length; i++) {
            RoaringBitmap set = texts.get(at(i, text));
            if (set == null) {
                set = new RoaringBitmap();
                texts.put(at(i, text), set);
                mostBytes += ENTRY;
            }
            mostBytes += set.isEmpty() || set.last() >>> 16 != id >>> 16 ? PART + ID : ID;
            set.add(id);
        }
    }

    /** @return the ids of all texts that may hold {@code part}, which is not empty */
    RoaringBitmap holding(int[] part) {
        List<RoaringBitmap> sets = sets(part);
        RoaringBitmap ids = sets.getFirst().clone();
        sets.forEach(ids::and);
        return ids;
    }

    /** @return sets of ids, one at least; texts that may hold {@code part}, which is not empty, are in each of them */
    List<RoaringBitmap> sets(int[] part) {
        return part.length < 3
                ? List.of(beginningWith(part))
                : IntStream.rangeClosed(0, part.length - 3)
                        .mapToObj(i -> texts.getOrDefault(at(i, part), new RoaringBitmap()))
                        .sorted(Comparator.comparingInt(RoaringBitmap::getCardinality))
                        .toList();
    }

    /** Every character of a text begins a trigram, so a shorter part is the beginning of one. */
    private RoaringBitmap beginningWith(int[] part) {
        long first = at(0, part);
        int open = BITS * (3 - part.length);
        RoaringBitmap ids = new RoaringBitmap();
        texts.forEach((trigram, set) -> {
            if (trigram >> open == first >> open) {
                ids.or(set);
            }
        });
        return ids;
    }

    /** The trigram that begins at {@code i}; behind the end of a text there is no character. */
    private static long at(int i, int[] text) {
        long trigram = 0;
        for (int character : Arrays.copyOfRange(text, i, i + 3)) {
            trigram = trigram << BITS | character;
        }
        return trigram;
    }

    /** Whether all of it takes no more than {@code bytes}, about. */
    boolean fitInto(long bytes) {
        if (mostBytes > bytes) {
            // Large sets take far less than their ids one by one.
            mostBytes = texts.values().stream()
                    .mapToLong(set -> ENTRY + PART * parts(set) + set.getLongSizeInBytes())
                    .sum();
        }
        return mostBytes <= bytes;
    }

    private static long parts(RoaringBitmap set) {
        return (set.last() >>> 16) - (set.first() >>> 16) + 1;
    }
}
