package dev.ticketwire.binlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.binlog.LogPosition.Gtid;
import org.junit.jupiter.api.Test;

/** Places in a log of several replication domains. */
class LogPositionTest {
    private final LogPosition place = LogPosition.parse(1, "0-1-17,\n5-2-3");

    @Test
    void aPlaceCoversAnotherWhenItIsAsFarInEveryDomainOfThat() {
        assertThat(place.covers(place)).isTrue();
        assertThat(place.covers(LogPosition.parse(1, "0-9-16"))).isTrue();
        assertThat(place.covers(LogPosition.parse(1, ""))).isTrue();
        assertThat(place.covers(LogPosition.parse(1, "0-1-18"))).isFalse();
        assertThat(place.covers(LogPosition.parse(1, "0-1-17,6-1-1"))).isFalse();
    }

    @Test
    void whatAnotherServerWroteUnderTheSameNumberIsNotCovered() {
        assertThat(place.covers(LogPosition.parse(1, "0-2-17"))).isFalse();
        assertThat(place.covers(LogPosition.parse(2, "0-1-17"))).isFalse();
    }

    @Test
    void aTransactionMovesItsDomainOnly() {
        LogPosition further = place.with(5, new Gtid(1, 4)).with(6, new Gtid(1, 1));

        assertThat(further).isEqualTo(LogPosition.parse(1, "0-1-17,5-1-4,6-1-1"));
    }
}
