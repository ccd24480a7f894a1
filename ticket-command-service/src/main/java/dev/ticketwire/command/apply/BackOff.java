package dev.ticketwire.command.apply;

import java.time.Duration;

/** Growing pauses between tries of something that will pass. Not thread-safe: one per attempt series. */
final class BackOff {
    private final Duration longest;
    private Duration next;

    BackOff(ApplyConfig config) {
        next = config.firstBackOff();
        longest = config.longestBackOff();
    }

    /**
     * Waits, and doubles the next pause.
     *
     * @throws InterruptedException if the worker is to stop; nothing has been lost, the commands stay on the topic
     */
    void pause() throws InterruptedException {
        Thread.sleep(next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
