package dev.ticketwire.rest.drain;

/**
 * Fired once, when a stopping service no longer accepts connections: who connects again now reaches another process, so
 * streams can be ended.
 */
public record ConnectionsRefused() {}
