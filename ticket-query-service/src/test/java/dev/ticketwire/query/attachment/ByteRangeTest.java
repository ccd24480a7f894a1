package dev.ticketwire.query.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/10",
        "bytes=2-4, bytes 2-4/10",
        "bytes=9-, bytes 9-9/10",
        "bytes=0-, bytes 0-9/10",
        "bytes=5-99, bytes 5-9/10",
        "bytes=5-99999999999999999999999, bytes 5-9/10",
        "bytes=-3, bytes 7-9/10",
        "bytes=-99, bytes 0-9/10",
        "bytes=-99999999999999999999999, bytes 0-9/10",
        "bytes=0000000000000000000000001-2, bytes 1-2/10",
        "BYTES= 1-2 , bytes 1-2/10"
    })
    void aSingleRangeIsAPart(String header, String contentRange) throws ByteRange.Unsatisfiable {
        ByteRange range = ByteRange.parse(header, 10);

        assertThat(range == null ? "" : range.contentRange(10)).isEqualTo(contentRange);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=4-2",
                "bytes=1-2,4-5",
                "bytes=1-2,",
                "bytes=1--2",
                "bytes=+1-2",
                "lines=1-2",
                "bytes:1-2",
                "bytes=1 -2"
            })
    void whatIsNoSingleRangeMeansTheWholeFile(String header) throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.parse(header, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=99999999999999999999999-", "bytes=-0"})
    void aRangeBeyondTheEndCannotBeSatisfied(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 10)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-1", "bytes=5-"})
    void anEmptyFileHasNoParts(String header) throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.parse(header, 0)).isNull();
    }

    @Test
    void theWholeFileIsEveryByte() {
        assertThat(ByteRange.whole(10)).isEqualTo(new ByteRange(0, 9));
        assertThat(ByteRange.whole(0).length()).isZero();
    }
}
