package dev.ticketwire.query.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** The newest of some tickets. */
class CreationTimesTest {
    private final CreationTimes ages = new CreationTimes();

    @Test
    void theNewestAreFoundInWhateverOrderTicketsWereCreated() {
        Random random = new Random(3);
        Map<Integer, Long> created = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            created.put(random.nextInt(600_000), (long) random.nextInt(500));
        }
        created.forEach(ages::put);
        RoaringBitmap some = new RoaringBitmap();
        created.keySet().stream().filter(id -> id % 3 == 0).forEach(some::add);
        some.add(6_000_001);
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, 1L << 32);

        for (int most : new int[] {1, 2, 50, 700}) {
            assertThat(ages.newest(List.of(some, all), most).stream().boxed())
                    .containsExactlyInAnyOrderElementsOf(created.keySet().stream()
                            .filter(id -> id % 3 == 0)
                            .sorted(Comparator.<Integer, Long>comparing(created::get)
                                    .thenComparing(Comparator.naturalOrder())
                                    .reversed())
                            .limit(most)
                            .toList());
        }
    }

    @Test
    void thoseThatAreGoneAreNoTickets() {
        ages.put(1, 10);
        ages.put(2, 20);
        ages.remove(2);

        assertThat(ages.newest(List.of(RoaringBitmap.bitmapOf(1, 2, 3)), 5)).isEqualTo(RoaringBitmap.bitmapOf(1));
        assertThat(ages.newest(List.of(RoaringBitmap.bitmapOf(2)), 5)).isEmpty();
    }

    @Test
    void idsBeyondTwoBillionAreLargerThanOthers() {
        int large = (int) 4_000_000_000L;
        ages.put(large, 10);
        ages.put(7, 10);

        assertThat(ages.newest(List.of(RoaringBitmap.bitmapOf(large, 7)), 1)).isEqualTo(RoaringBitmap.bitmapOf(large));
    }
}
