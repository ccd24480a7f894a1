package dev.ticketwire.webhook.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a test: http to every port, and short times; no address in addition to the public ones. */
record TestSettings(
        boolean allowHttp,
        List<String> allowedPorts,
        Optional<List<String>> allowedAddresses,
        Optional<List<String>> allowedHosts,
        Optional<List<String>> refusedAddresses,
        Optional<String> certificates,
        Duration timeout,
        Duration connectTimeout,
        int connectionsPerHost)
        implements SendSettings {

    static TestSettings ofPublicAddresses() {
        return new TestSettings(
                true,
                List.of("1-65535"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                8);
    }

    static TestSettings allowing(String... ranges) {
        TestSettings all = ofPublicAddresses();
        return new TestSettings(
                true,
                all.allowedPorts,
                Optional.of(List.of(ranges)),
                all.allowedHosts,
                all.refusedAddresses,
                all.certificates,
                all.timeout,
                all.connectTimeout,
                all.connectionsPerHost);
    }

    TestSettings within(Duration timeout) {
        return new TestSettings(
                allowHttp,
                allowedPorts,
                allowedAddresses,
                allowedHosts,
                refusedAddresses,
                certificates,
                timeout,
                connectTimeout,
                connectionsPerHost);
    }

    TestSettings trusting(String file) {
        return new TestSettings(
                allowHttp,
                allowedPorts,
                allowedAddresses,
                allowedHosts,
                refusedAddresses,
                Optional.of(file),
                timeout,
                connectTimeout,
                connectionsPerHost);
    }

    TestSettings host(String name) {
        return new TestSettings(
                allowHttp,
                allowedPorts,
                allowedAddresses,
                Optional.of(List.of(name)),
                refusedAddresses,
                certificates,
                timeout,
                connectTimeout,
                connectionsPerHost);
    }

    TestSettings refusing(String... ranges) {
        return new TestSettings(
                allowHttp,
                allowedPorts,
                allowedAddresses,
                allowedHosts,
                Optional.of(List.of(ranges)),
                certificates,
                timeout,
                connectTimeout,
                connectionsPerHost);
    }

    TestSettings httpsOnly(String... ports) {
        return new TestSettings(
                false,
                List.of(ports),
                allowedAddresses,
                allowedHosts,
                refusedAddresses,
                certificates,
                timeout,
                connectTimeout,
                connectionsPerHost);
    }
}
