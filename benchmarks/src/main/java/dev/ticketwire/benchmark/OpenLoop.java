package dev.ticketwire.benchmark;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Open-loop load: requests at a fixed rate, independent of the answers, like those of independent callers. Latency
 * counts from the scheduled start of a request, so a stall counts for all requests scheduled meanwhile.
 */
final class OpenLoop {
    /** With more unanswered requests the rate is not sustained; even more would only use this process's memory. */
    private static final int MOST_UNANSWERED = 20_000;

    private final AsyncRequest operation;
    private final MeasuringTime span;
    private final LatencyRecorder latencies = new LatencyRecorder();
    private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);
    private final long start = System.nanoTime();

    private OpenLoop(AsyncRequest operation, MeasuringTime span) {
        this.operation = operation;
        this.span = span;
    }

    /** @throws IllegalStateException if the rate is not sustained, or answers are missing a minute after the end */
    static Measurement run(String name, String what, AsyncRequest operation, double perSecond, MeasuringTime span) {
        OpenLoop loop = new OpenLoop(operation, span);
        loop.send(name, perSecond);
        loop.awaitAll(name);
        return loop.latencies.measurement(name, what, span.measured());
    }

    private void send(String name, double perSecond) {
        double gap = 1e9 / perSecond;
        for (long i = 0; !span.isOver((long) (i * gap)); i++) {
            long due = (long) (i * gap);
            waitUntil(start + due);
            if (!unanswered.tryAcquire()) {
                throw new IllegalStateException(String.format("%s: %.0f per second are not carried", name, perSecond));
            }
            send(due);
        }
    }

    private void send(long due) {
        var unused = operation.send().whenComplete((expected, error) -> {
            if (span.isMeasured(due)) {
                latencies.answered(error == null && expected, System.nanoTime() - start - due);
            }
            unanswered.release();
        });
    }

    /** @param nanoTime on the clock of {@link System#nanoTime} */
    static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void awaitAll(String name) {
        try {
            if (!unanswered.tryAcquire(MOST_UNANSWERED, 1, TimeUnit.MINUTES)) {
                throw new IllegalStateException(name + ": answers are missing a minute after the last request");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
