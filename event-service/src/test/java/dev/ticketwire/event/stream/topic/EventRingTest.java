package dev.ticketwire.event.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class EventRingTest {
    private static final Uuid TOPIC = new Uuid(1, 2);

    private final EventRing ring = new EventRing(5, 1_000);

    private static Cursor at(long... next) {
        return Cursor.at(TOPIC, next);
    }

    private static StoredEvent event(int partition, long offset) {
        return new StoredEvent(partition, offset, "ticket.created.v1", new byte[100]);
    }

    private List<String> read(Cursor position) {
        EventRing.Slice slice = Objects.requireNonNull(ring.read(ring.find(position), 100));
        return slice.entries().stream()
                .map(Entry::event)
                .filter(event -> !position.isPast(event))
                .map(event -> event.partition() + ":" + event.offset())
                .toList();
    }

    @Test
    void beforeTheTopicIsReadNothingIsFound() {
        assertThat(ring.head()).isNull();
        assertThat(ring.find(at(0, 0))).isNegative();
    }

    @Test
    void aCallerFindsExactlyWhatItHasNotSeen() {
        ring.reset(at(10, 20));
        ring.append(event(0, 10));
        ring.append(event(1, 20));
        ring.append(event(0, 11));
        ring.append(event(1, 22));

        assertThat(read(at(10, 20))).containsExactly("0:10", "1:20", "0:11", "1:22");
        assertThat(read(at(11, 20))).containsExactly("1:20", "0:11", "1:22");
        assertThat(read(at(10, 21))).containsExactly("0:10", "0:11", "1:22");
        assertThat(read(at(12, 20))).containsExactly("1:20", "1:22");
        assertThat(read(at(12, 23))).isEmpty();
        assertThat(ring.head()).isEqualTo(at(12, 23));
    }

    @Test
    void whatHasLeftIsNotSkipped() {
        ring.reset(at(0, 0));
        long first = ring.find(at(0, 0));
        for (int i = 0; i < 7; i++) {
            ring.append(event(0, i));
        }

        assertThat(ring.find(at(2, 0))).isNegative();
        assertThat(read(at(3, 0))).containsExactly("0:3", "0:4", "0:5", "0:6");
        assertThat(ring.read(first, 1)).isNull();
    }

    @Test
    void manyBytesLeaveSooner() {
        EventRing small = new EventRing(100, 250);
        small.reset(at(0));
        for (int i = 0; i < 4; i++) {
            small.append(event(0, i));
        }

        assertThat(small.find(at(1))).isNegative();
        assertThat(small.find(at(2))).isNotNegative();
    }

    @Test
    void anEventThatIsReadAgainIsKeptOnce() {
        ring.reset(at(0));
        ring.append(event(0, 0));
        ring.append(event(0, 0));

        assertThat(read(at(0))).containsExactly("0:0");
    }

    @Test
    void theEndsOfTransactionsArePassed() {
        ring.reset(at(0, 0));
        ring.append(event(0, 0));
        ring.advance(at(2, 0));
        ring.append(event(1, 0));

        EventRing.Slice slice = Objects.requireNonNull(ring.read(ring.find(at(0, 0)), 1));
        assertThat(slice.position()).isEqualTo(at(1, 0));
        assertThat(read(at(1, 0))).containsExactly("1:0");
        assertThat(ring.head()).isEqualTo(at(2, 1));
    }

    @Test
    void afterAnotherBeginningNoEarlierNumberOrCursorIsValid() {
        ring.reset(at(0));
        ring.append(event(0, 0));
        long number = ring.find(at(1));
        ring.reset(Cursor.at(new Uuid(9, 9), new long[] {0}));

        assertThat(ring.read(number, 1)).isNull();
        assertThat(ring.find(at(1))).isNegative();
    }
}
