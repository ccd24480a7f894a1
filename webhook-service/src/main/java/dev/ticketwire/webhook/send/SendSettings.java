package dev.ticketwire.webhook.send;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be called, and how long and how much a request may take. */
@ConfigMapping(prefix = "ticketwire.webhooks")
interface SendSettings {
    /** Whether {@code http} addresses are accepted beside {@code https}. */
    @WithDefault("false")
    boolean allowHttp();

    /** Ports and ranges of ports, such as {@code 443,8443,9000-9100}. */
    @WithDefault("443,8443")
    List<String> allowedPorts();

    /** Addresses and CIDR ranges that may be called although they are private, or in {@link #refusedAddresses}. */
    Optional<List<String>> allowedAddresses();

    /** Host names that may be called whatever their addresses are. */
    Optional<List<String>> allowedHosts();

    /** Addresses and CIDR ranges that may not be called, in addition to the special ones: those of the cluster. */
    Optional<List<String>> refusedAddresses();

    /** PEM file of certificates that are trusted in addition to those of the JDK. */
    Optional<String> certificates();

    /** Longest time of one attempt, from the look-up of the name to the end of the answer. */
    @WithDefault("10s")
    Duration timeout();

    /** Longest time until there is a connection to one address. */
    @WithDefault("3s")
    Duration connectTimeout();

    /**
     * Maximum number of connections to one address of a host. Above what the engine has in flight altogether, so that
     * subscriptions that share a host do not wait for each other here.
     */
    @WithDefault("1500")
    int connectionsPerHost();
}
