package dev.ticketwire.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeadersTest {

    @Test
    void whatAProxySaysCounts() {
        ProxyHeaders said = of(
                1,
                "X-Forwarded-Host",
                "desk.example",
                "X-Forwarded-Proto",
                "HTTPS",
                "X-Forwarded-Port",
                "8443",
                "X-Forwarded-Prefix",
                "/helpdesk/");

        assertThat(said.host()).isEqualTo("desk.example");
        assertThat(said.scheme()).isEqualTo("https");
        assertThat(said.port()).isEqualTo("8443");
        assertThat(said.prefix()).isEqualTo("/helpdesk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host=desk.example;proto=https | desk.example | https",
                "for=192.0.2.60;proto=http;by=203.0.113.43;Host=\"desk.example:8443\" | desk.example:8443 | http",
                "host=evil.example;proto=http, for=\"[2001:db8::1]\";host=desk.example;proto=https"
                        + " | desk.example | https",
                "for=192.0.2.60 | |",
                "host=\"[2001:db8::1]:8443\" | [2001:db8::1]:8443 |",
                "host=\"a,b\" | |",
                "proto=ftp;host=/x | |"
            })
    void theStandardHeaderIsReadWhereThereIsNoOther(String header, String host, String scheme) {
        assertThat(of(1, "Forwarded", header).host()).isEqualTo(host);
        assertThat(of(1, "Forwarded", header).scheme()).isEqualTo(scheme);
    }

    @Test
    void besideTheOthersTheStandardHeaderMayBeTheCallersOwn() {
        ProxyHeaders said = of(1, "Forwarded", "host=evil.example;proto=http", "X-Forwarded-Proto", "https");

        assertThat(said.host()).isNull();
        assertThat(said.scheme()).isEqualTo("https");
    }

    @Test
    void asManyValuesCountAsThereAreTrustedProxies() {
        assertThat(of(1, "X-Forwarded-Host", "evil.example, desk.example").host())
                .isEqualTo("desk.example");
        assertThat(of(2, "X-Forwarded-Host", "evil.example, desk.example, inner.example")
                        .host())
                .isEqualTo("desk.example");
        assertThat(of(3, "X-Forwarded-Host", "desk.example").host()).isEqualTo("desk.example");
        assertThat(of(1, "X-Forwarded-Host", "evil.example", "X-Forwarded-Host", "desk.example")
                        .host())
                .isEqualTo("desk.example");
    }

    @Test
    void eachProxyMayTakeAPartOfThePathAway() {
        assertThat(of(2, "X-Forwarded-Prefix", "/evil, /outer, /inner").prefix())
                .isEqualTo("/outer/inner");
        assertThat(of(1, "X-Forwarded-Prefix", "/evil, /inner").prefix()).isEqualTo("/inner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk.example/x",
                "user@desk.example",
                "desk.example:0",
                "desk.example:65536",
                "desk.example:x",
                "//desk.example",
                "desk example",
                "desk.example\tx",
                "desk.example>; rel=x",
                "[::1",
                "-desk",
                "ü.example",
                ""
            })
    void whatIsNoHostIsNotRepeated(String host) {
        assertThat(of(1, "X-Forwarded-Host", host).host()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/..",
                "/a/../b",
                "/./a",
                "helpdesk",
                "https://evil.example",
                "/a b",
                "/a>",
                "/a%0d%0ab",
                "/a?b",
                "/a#b",
                "/a\\b",
                "/",
                ""
            })
    void whatIsNoPathIsNotRepeated(String prefix) {
        assertThat(of(1, "X-Forwarded-Prefix", prefix).prefix()).isEmpty();
    }

    private static ProxyHeaders of(int hops, String... headers) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return new ProxyHeaders(all, hops);
    }
}
