package dev.ticketwire.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs blocking work on several connections in parallel, as fast as possible. */
final class ParallelConnections {
    private ParallelConnections() {}

    /** Opens the resources of one connection. */
    @FunctionalInterface
    interface Opening {
        Work open() throws Exception;
    }

    /** The work of one connection, repeated until the time is over. */
    interface Work extends AutoCloseable {
        /** @return number of units done */
        int once() throws Exception;
    }

    static Measurement run(String name, String what, int connections, MeasuringTime span, Opening opening)
            throws Exception {
        LatencyRecorder latencies = new LatencyRecorder();
        List<Work> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                open.add(opening.open());
            }
            repeatAll(open, span, latencies);
        } finally {
            for (Work work : open) {
                work.close();
            }
        }
        return latencies.measurement(name, what, span.measured());
    }

    private static void repeatAll(List<Work> all, MeasuringTime span, LatencyRecorder latencies) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (Work work : all) {
                running.add(threads.submit(() -> repeat(work, start, span, latencies)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Void repeat(Work work, long start, MeasuringTime span, LatencyRecorder latencies) throws Exception {
        while (true) {
            long begin = System.nanoTime();
            if (span.isOver(begin - start)) {
                return null;
            }
            int done = work.once();
            long end = System.nanoTime();
            if (span.isMeasured(end - start)) {
                if (done == 1) {
                    latencies.answered(true, end - begin);
                } else {
                    latencies.done(done);
                }
            }
        }
    }
}
