package dev.ticketwire.osticket.read;

import java.time.Duration;

/**
 * Exponential back-off: each pause between retries is twice as long as the previous one, up to a maximum. Not
 * thread-safe: use one for each series of retries.
 */
public final class BackOff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    /** @param first the first pause, more than zero */
    public BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The pause before the next retry; the following one is twice as long. */
    public Duration next() {
        return next(longest);
    }

    /** As {@link #next()}, with another maximum for this pause and the following one. */
    public Duration next(Duration most) {
        Duration pause = shorter(next, most);
        next = shorter(pause.multipliedBy(2), most);
        return pause;
    }

    /**
     * Waits for {@link #next()}.
     *
     * @throws InterruptedException if the thread is to stop
     */
    public void pause() throws InterruptedException {
        Thread.sleep(next());
    }

    /** A try succeeded: the next pause is the first one again. */
    public void reset() {
        next = first;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
