package dev.ticketwire.setup.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waits for servers that are still starting, and says for what. */
final class Waiting {
    static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Duration limit;
    private final Duration pause;
    private final Consumer<String> say;

    private Waiting(Duration limit, Duration pause, Consumer<String> say) {
        this.limit = limit;
        this.pause = pause;
        this.say = say;
    }

    static Waiting upTo(Duration limit, Consumer<String> say) {
        return new Waiting(limit, PAUSE.compareTo(limit) < 0 ? PAUSE : limit, say);
    }

    /**
     * @param missing why the server cannot be used yet; throws if waiting will not help
     * @throws IllegalStateException if it cannot be used when the time is over
     */
    void until(String what, Supplier<Optional<String>> missing) {
        long begin = System.nanoTime();
        long nextLine = begin;
        for (Optional<String> why = missing.get(); why.isPresent(); why = missing.get()) {
            long now = System.nanoTime();
            if (now - begin > limit.toNanos()) {
                throw new IllegalStateException("Gave up waiting for " + what + ": " + why.get());
            }
            if (now - nextLine >= 0) {
                say.accept("waiting for " + what + ": " + why.get());
                nextLine = now + BETWEEN_LINES.toNanos();
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
