package dev.ticketwire.query.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** Candidates for parts of texts. */
class TrigramsTest {
    private final Trigrams trigrams = new Trigrams();

    @Test
    void noTextThatHoldsThePartIsMissedHoweverShortThePartIs() {
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int id = 0; id < 500; id++) {
            String text = text(random, random.nextInt(12));
            texts.add(text);
            trigrams.add(id, classes(text));
        }

        for (int i = 0; i < 2000; i++) {
            String part = text(random, 1 + random.nextInt(5));
            RoaringBitmap found = trigrams.containing(classes(part));

            assertThat(IntStream.range(0, 500).filter(id -> texts.get(id).contains(part)))
                    .as(part)
                    .allMatch(found::contains);
        }
    }

    @Test
    void textsThatLackThreeLettersOfThePartAreNoCandidates() {
        trigrams.add(1, classes("printer on fire"));
        trigrams.add(2, classes("fire drill"));

        assertThat(trigrams.containing(classes("fire"))).isEqualTo(RoaringBitmap.bitmapOf(1, 2));
        assertThat(trigrams.containing(classes("printer"))).isEqualTo(RoaringBitmap.bitmapOf(1));
        assertThat(trigrams.containing(classes("water"))).isEmpty();
        assertThat(trigrams.containing(classes("l"))).isEqualTo(RoaringBitmap.bitmapOf(2));
        assertThat(trigrams.containing(classes("er"))).isEqualTo(RoaringBitmap.bitmapOf(1));
        assertThat(trigrams.containing(classes("q"))).isEmpty();
    }

    @Test
    void idsBeyondTwoBillionAreKept() {
        trigrams.add((int) 4_000_000_000L, classes("far away"));

        assertThat(trigrams.containing(classes("away")).toArray()).containsExactly((int) 4_000_000_000L);
    }

    @Test
    void whetherItFitsIsKnownAtEveryText() {
        Random random = new Random(5);
        int texts = 0;
        while (trigrams.fitInto(1_000_000)) {
            trigrams.add(texts++, classes(Integer.toString(random.nextInt(), 36)));
        }

        assertThat(texts).isBetween(1_000, 100_000);
        assertThat(trigrams.fitInto(1_000_000)).isFalse();
        assertThat(trigrams.fitInto(2_000_000)).isTrue();
    }

    @Test
    void manyTextsThatAreAlikeTakeLittle() {
        for (int id = 0; id < 200_000; id++) {
            trigrams.add(id, classes("printer on fire"));
        }

        assertThat(trigrams.fitInto(1_000_000)).isTrue();
    }

    private static String text(Random random, int length) {
        return random.ints(length, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int[] classes(String text) {
        return text.chars().toArray();
    }
}
