package dev.ticketwire.query.subject;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * An index of texts by the trigrams they contain. A text that contains a part contains all trigrams of that part, but
 * not the other way round, and old texts stay in the index: the ids found are candidates.
 */
final class Trigrams {
    /** A class of characters has 21 bits. */
    private static final int BITS = 21;
    /** Approximate bytes of an entry of the map, and of each container of a set, for 65,536 ids, without the ids. */
    private static final int ENTRY = 150;

    private static final int CONTAINER = 45;
    /** Most bytes of an id, with spare room for more ids. */
    private static final int ID = 4;

    private final Map<Long, RoaringBitmap> texts = new HashMap<>();
    private long maxBytes;

    /** @param id of the text, taken as unsigned */
    void add(int id, int[] text) {
        for (int i = 0; i < text.length; i++) {
            RoaringBitmap set = texts.get(at(i, text));
            if (set == null) {
                set = new RoaringBitmap();
                texts.put(at(i, text), set);
                maxBytes += ENTRY;
            }
            maxBytes += set.isEmpty() || set.last() >>> 16 != id >>> 16 ? CONTAINER + ID : ID;
            set.add(id);
        }
    }

    /** @return the ids of all texts that may contain {@code part}, which is not empty */
    RoaringBitmap containing(int[] part) {
        List<RoaringBitmap> sets = sets(part);
        RoaringBitmap ids = sets.getFirst().clone();
        sets.forEach(ids::and);
        return ids;
    }

    /** @return at least one set of ids; texts that may contain {@code part}, which is not empty, are in all of them */
    List<RoaringBitmap> sets(int[] part) {
        return part.length < 3
                ? List.of(beginningWith(part))
                : IntStream.rangeClosed(0, part.length - 3)
                        .mapToObj(i -> texts.getOrDefault(at(i, part), new RoaringBitmap()))
                        .sorted(Comparator.comparingInt(RoaringBitmap::getCardinality))
                        .toList();
    }

    /** Every character of a text begins a trigram, so that a part of one or two characters is the beginning of one. */
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

    /** The trigram that begins at {@code i}, padded with 0 after the end of the text. */
    private static long at(int i, int[] text) {
        long trigram = 0;
        for (int character : Arrays.copyOfRange(text, i, i + 3)) {
            trigram = trigram << BITS | character;
        }
        return trigram;
    }

    /** Whether the index takes at most {@code bytes}, approximately. */
    boolean fitInto(long bytes) {
        if (maxBytes > bytes) {
            // Large sets are compressed: computed anew, they take far less than the sum over their ids.
            maxBytes = texts.values().stream()
                    .mapToLong(set -> ENTRY + CONTAINER * containers(set) + set.getLongSizeInBytes())
                    .sum();
        }
        return maxBytes <= bytes;
    }

    private static long containers(RoaringBitmap set) {
        return (set.last() >>> 16) - (set.first() >>> 16) + 1;
    }
}
