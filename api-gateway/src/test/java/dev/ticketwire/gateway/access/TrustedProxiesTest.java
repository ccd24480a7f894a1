package dev.ticketwire.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    @Test
    void withoutTrustedProxiesTheHeaderIsIgnored() {
        assertThat(new TrustedProxies("").client("10.0.0.1", "203.0.113.9")).isEqualTo("10.0.0.1");
    }

    @Test
    void anUntrustedPeerIsNotBelieved() {
        assertThat(new TrustedProxies("10.0.0.0/8").client("192.0.2.1", "203.0.113.9"))
                .isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.0/8 | 203.0.113.9 | 203.0.113.9",
                "10.0.0.0/8 | 1.2.3.4, 203.0.113.9, 10.1.1.1 | 203.0.113.9",
                "10.0.0.1, 10.1.1.1 | 203.0.113.9, nonsense, 10.1.1.1 | 203.0.113.9",
                "10.0.0.0/8 | 10.9.9.9, 10.1.1.1 | 10.9.9.9",
                "* | 1.2.3.4, 203.0.113.9 | 1.2.3.4",
                "10.0.0.1 | nonsense | 10.0.0.1",
                "10.0.0.1, 2001:db8::/32 | 2001:db9::1, 2001:db8::5 | 2001:db9::1",
                "10.0.0.1 | ::ffff:203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9, 10.9.8.07 | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9, 010.9.8.7, ::ffff:10.9.008.7, 10.00.8.7 | 203.0.113.9",
                "10.0.0.1 | 10.9.8.07 | 10.0.0.1",
                "10.0.0.1 | 10.0.8.70 | 10.0.8.70",
                "10.0.0.1 | 2001:0db8::0001 | 2001:db8::1"
            })
    void theChainIsWalkedFromTheRight(String trusted, String forwardedFor, String client) {
        assertThat(new TrustedProxies(trusted).client("10.0.0.1", forwardedFor)).isEqualTo(client);
    }

    @Test
    void aRangeThatIsNoneMatchesNothing() {
        assertThat(new TrustedProxies("10.0.0.0/99, 10.0.0.1/x").client("10.0.0.1", "203.0.113.9"))
                .isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 10.0.0.1 | 10.1.1.1 | 0",
                "10.0.0.0/8 | 192.0.2.1 | 10.1.1.1 | 0",
                "10.0.0.0/8 | 10.0.0.1 | | 1",
                "10.0.0.0/8 | 10.0.0.1 | 203.0.113.9 | 1",
                "10.0.0.0/8 | 10.0.0.1 | 10.9.9.9, 203.0.113.9, nonsense, 10.1.1.1 | 2",
                "* | 10.0.0.1 | 203.0.113.9 | 2"
            })
    void theTrustedProxiesOnTheWayAreCounted(String trusted, String peer, String forwardedFor, int hops) {
        assertThat(new TrustedProxies(trusted).hops(peer, forwardedFor)).isEqualTo(hops);
    }
}
