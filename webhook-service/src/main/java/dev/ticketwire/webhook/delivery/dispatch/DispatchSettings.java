package dev.ticketwire.webhook.delivery.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How deliveries are sent. */
@ConfigMapping(prefix = "ticketwire.webhooks.delivery")
public interface DispatchSettings {
    /** Requests in flight to one subscription, at most; fewer while it fails. */
    @WithDefault("8")
    int inFlight();

    /** Requests in flight to receivers that do well, at most. */
    @WithDefault("1024")
    int inFlightWell();

    /** Requests in flight to receivers that fail or are slow, at most: these cannot take the others' places. */
    @WithDefault("256")
    int inFlightFailing();

    /** Tickets of one subscription whose next delivery is in memory and can be sent, at most. */
    @WithDefault("100")
    int ready();

    /** Tickets of one subscription in memory, at most: as many may wait for their retry while others go on. */
    @WithDefault("1000")
    int tickets();

    /** Waiting times after the first, second, third … failure; the last is repeated. */
    @WithDefault("5s,30s,2m,10m,30m,1h,2h")
    List<Duration> backOff();

    /** Part of a waiting time by which it is shortened or lengthened at random. */
    @WithDefault("0.1")
    double jitter();

    /** What a receiver may ask for by {@code Retry-After}, at most. */
    @WithDefault("24h")
    Duration longestRetryAfter();

    /** After so many failures in a row a receiver is only probed until it answers again. */
    @WithDefault("20")
    int failuresUntilProbing();

    /** From the first failure without a success in between until the subscription is paused. */
    @WithDefault("72h")
    Duration pauseAfter();

    /** How often it is written how receivers do. */
    @WithDefault("2s")
    Duration healthEvery();

    /** How long an outcome may wait for others to be written with. */
    @WithDefault("20ms")
    Duration writeEvery();

    /** Outcomes that are not written yet, at most, before nothing more is sent. */
    @WithDefault("5000")
    int unwritten();
}
