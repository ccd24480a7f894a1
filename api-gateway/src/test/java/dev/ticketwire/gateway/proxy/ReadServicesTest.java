package dev.ticketwire.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadServicesTest {
    @ParameterizedTest
    @CsvSource({
        "100234,    100234",
        "WEB-0042_a, WEB-0042_a",
        "a b+c,     a%20b%2Bc",
        "..,        %2E%2E",
        "a/b?c#d,   a%2Fb%3Fc%23d",
        "50%,       50%25",
        "ü,         %C3%BC",
    })
    void anArgumentCannotLeaveItsSegmentOfThePath(String argument, String encoded) {
        assertThat(ReadServices.encoded(argument)).isEqualTo(encoded);
    }
}
