package dev.ticketwire.event.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Uuid TOPIC = new Uuid(-17, 4711);

    private static Cursor at(long... next) {
        return Cursor.at(TOPIC, next);
    }

    private static StoredEvent event(int partition, long offset) {
        return new StoredEvent(partition, offset, "ticket.created.v1", new byte[0]);
    }

    @Test
    void aCursorIsReadFromItsText() {
        for (Cursor cursor : new Cursor[] {
            at(), at(0), at(127, 128, 16_383, 16_384), at(Long.MAX_VALUE, 0, 1L << 35), at(new long[12])
        }) {
            assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
            assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oldest",
                "?",
                "AQ",
                "AgAAAAAAAAAAAAAAAAAAAAAA",
                "AQAAAAAAAAAAAAAAAAAAAACA",
                "AQAAAAAAAAAAAAAAAAAAAACAgICAgICAgIABAA"
            })
    void whatIsNoCursorIsNone(String text) {
        assertThat(Cursor.parse(text)).isNull();
    }

    @Test
    void anEndlessCursorIsNone() {
        assertThat(Cursor.parse(Base64.getUrlEncoder()
                        .encodeToString(at(new long[1_001]).text().getBytes())))
                .isNull();
        assertThat(Cursor.parse(at(new long[1_001]).text())).isNull();
    }

    @Test
    void itIsPastTheRecordsBeforeIt() {
        Cursor cursor = at(5, 0);

        assertThat(cursor.isPast(event(0, 4))).isTrue();
        assertThat(cursor.isPast(event(0, 5))).isFalse();
        assertThat(cursor.isPast(event(1, 0))).isFalse();
        assertThat(cursor.after(event(1, 0))).isEqualTo(at(5, 1));
        assertThat(cursor.after(event(0, 2))).isEqualTo(cursor);
    }

    @Test
    void theLaterOfTwoIsLaterInEachPartition() {
        assertThat(at(5, 1).later(at(3, 2))).isEqualTo(at(5, 2));
        assertThat(at(5, 2).covers(at(3, 2))).isTrue();
        assertThat(at(5, 1).covers(at(3, 2))).isFalse();
    }

    @Test
    void furtherPartitionsAreReadFromTheirBeginning() {
        assertThat(at(5).in(TOPIC, 3)).isEqualTo(at(5, 0, 0));
        assertThat(at(5, 6).in(TOPIC, 1)).isNull();
        assertThat(at(5).in(new Uuid(1, 1), 1)).isNull();
    }
}
