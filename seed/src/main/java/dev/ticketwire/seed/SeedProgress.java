package dev.ticketwire.seed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reports the progress every few seconds. */
final class SeedProgress {
    private static final int SECONDS = 5;

    private final int before;
    private final int wanted;
    private final Consumer<String> say;
    private final long begin = System.nanoTime();
    private final AtomicInteger added = new AtomicInteger();

    /**
     * @param before number of tickets before the run
     * @param wanted number of tickets to add
     */
    SeedProgress(int before, int wanted, Consumer<String> say) {
        this.before = before;
        this.wanted = wanted;
        this.say = say;
    }

    void add(int tickets) {
        added.addAndGet(tickets);
    }

    /** Returns when {@code work} has ended, also by a failure. */
    void follow(Future<?> work) {
        while (true) {
            try {
                work.get(SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                say.accept(line((System.nanoTime() - begin) / 1e9));
            } catch (ExecutionException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String line(double seconds) {
        int done = added.get();
        String line = "  %,d of %,d tickets, %,.0f/s".formatted(before + done, before + wanted, done / seconds);
        return done == 0 ? line : line + ", " + left(seconds / done * (wanted - done)) + " left";
    }

    private static String left(double seconds) {
        return seconds < 90 ? "about %.0f s".formatted(seconds) : "about %.0f min".formatted(seconds / 60);
    }
}
