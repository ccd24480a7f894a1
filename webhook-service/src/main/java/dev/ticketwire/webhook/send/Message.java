package dev.ticketwire.webhook.send;

/**
 * What is sent.
 *
 * @param id {@code webhook-id}: of the event, the same on every attempt
 * @param body JSON, UTF-8
 */
public record Message(String id, byte[] body) {}
