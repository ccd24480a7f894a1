package dev.ticketwire.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "respond-async | 0 | respond-async",
                "Respond-Async; foo=bar | 0 | respond-async",
                "wait=3 | 3 | wait=3",
                "wait = \"3\" | 3 | wait=3",
                "respond-async, wait=3 | 3 | respond-async, wait=3",
                "wait=100 | 30 | wait=30",
                "wait=0 | 0 | wait=0",
                "wait=2, wait=5 | 2 | wait=2"
            })
    void whatIsAskedForIsAppliedAndSaid(String header, int seconds, String applied) {
        Preference preference = of(header);

        assertThat(preference.patience()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(preference.applied()).isEqualTo(applied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"wait=abc", "wait=-1", "return=minimal", "wait", "waiting=3"})
    void whatCannotBeReadWasNotSaid(String header) {
        assertThat(of(header)).isEqualTo(new Preference(Duration.ofSeconds(8), null));
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(of("respond-async", "wait=4").patience()).isEqualTo(Duration.ofSeconds(4));
    }

    private static Preference of(String... headers) {
        return Preference.of(List.of(headers), Duration.ofSeconds(8), Duration.ofSeconds(30));
    }
}
