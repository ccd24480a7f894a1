package dev.ticketwire.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.8.8.8", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void theseAreThisMachine(String host) {
        assertThat(Loopback.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1.example.com",
                "localhost.example.com",
                "10.0.0.1",
                "1",
                "01",
                "::11",
                "mail",
                "fe80::1"
            })
    void theseAreNot(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }
}
