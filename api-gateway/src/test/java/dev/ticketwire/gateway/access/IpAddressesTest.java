package dev.ticketwire.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,          10.1.2.3",
        "10.0.0.0/8,        10.255.255.255",
        "10.1.2.3/8,        10.9.9.9",
        "0.0.0.0/0,         203.0.113.9",
        "128.0.0.0/1,       203.0.113.9",
        "192.0.2.7/32,      192.0.2.7",
        "10.0.0.0/8,        ::ffff:10.1.1.1",
        "::ffff:10.0.0.0/8, 10.1.1.1",
        "::/0,              fe80::1",
        "2001:db8::/32,     2001:db8:ffff::1",
        "fe80::/10,         febf::1",
        "::1/128,           ::1",
    })
    void aRangeContainsItsAddresses(String range, String address) {
        assertThat(IpAddresses.contains(subnet(range), address(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,      10.1.2.4",
        "10.0.0.0/8,    11.0.0.1",
        "128.0.0.0/1,   127.0.0.1",
        "0.0.0.0/0,     ::1",
        "::/0,          127.0.0.1",
        "2001:db8::/32, 2001:db9::1",
        "fe80::/10,     fec0::1",
    })
    void andNoOthers(String range, String address) {
        assertThat(IpAddresses.contains(subnet(range), address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/-1",
                "010.0.0.1",
                "::1/129",
                "*"
            })
    void anythingElseIsNoRange(String text) {
        assertThat(IpAddresses.isRange(text)).isFalse();
    }

    @Test
    void addressesHaveOneCanonicalForm() {
        assertThat(IpAddresses.canonical("2001:0DB8:0:0::0001")).isEqualTo("2001:db8::1");
        assertThat(IpAddresses.canonical("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(IpAddresses.canonical("not an address")).isEqualTo("not an address");
    }

    private static IpSubnetFilterRule subnet(String range) {
        return Objects.requireNonNull(IpAddresses.subnet(range));
    }

    private static InetAddress address(String text) {
        return Objects.requireNonNull(IpAddresses.parse(text));
    }
}
