package dev.ticketwire.osticket.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtidsTest {
    @Test
    void aReplicaAtTheSamePlaceHasAll() {
        assertThat(areThose("0-1-7,3-2-9", "3-2-9,0-1-7,8-4-1")).isTrue();
        assertThat(areThose("0-1-7", "0-2-7")).isFalse();
        assertThat(areThose("0-1-7", "0-1-8")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    the replica is further, by what the primary committed meanwhile | 0-1-7         | 0-1-9 | 0-1-9         | true
                    the transactions of an earlier primary                          | 0-1-7         | 0-1-7 | 0-1-7,0-2-8   | true
                    behind                                                          | 0-1-7         | 0-1-6 | 0-1-7         | false
                    the same number of another server after a failover              | 0-2-7         | 0-1-7 | 0-1-6,0-2-7   | false
                    more transactions of an earlier primary than were taken over    | 0-2-7         | 0-1-9 | 0-1-6,0-2-8   | false
                    a replica of another help desk                                  | 0-1-7         | 0-1-9 | 0-1-7         | false
                    a domain is missing                                             | 0-1-7,3-1-1   | 0-1-7 | 0-1-7,3-1-1   | false
                    of several domains                                              | 0-1-7,3-1-1   | 0-1-8,3-1-1 | 0-1-8,3-1-1 | true
                    nothing replicated                                              | 0-1-7         | ''    | 0-1-7         | false
                    """)
    void aReplicaThatIsNotAtTheSamePlaceMustHaveThePrimarysTransactions(
            String why, String wanted, String replica, String known, boolean contained) {
        assertThat(Gtids.parse(wanted).areContainedIn(Gtids.parse(replica), Gtids.parse(known)))
                .as(why)
                .isEqualTo(contained);
    }

    private static boolean areThose(String wanted, String replica) {
        return Gtids.parse(wanted).areThoseOf(Gtids.parse(replica));
    }
}
