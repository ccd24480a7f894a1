package dev.ticketwire.webhook.send;

import io.vertx.core.Future;

/** Sends a message once. */
public interface Sender {
    /**
     * Never fails: whatever happens is an {@link Attempt}. Completes within the time limits of the settings, on an event
     * loop, which must not be blocked.
     */
    Future<Attempt> send(Target target, Message message);
}
