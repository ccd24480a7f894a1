package dev.ticketwire.contract.event;

import java.time.Instant;

/**
 * Changes may be missing from the feed.
 *
 * @param from the last change that was surely told; UTC, ISO 8601 in JSON
 * @param to where the feed goes on; UTC
 * @param reason for people, in English: what happened to the log
 */
public record FeedGap(Instant from, Instant to, String reason) implements EventData {}
