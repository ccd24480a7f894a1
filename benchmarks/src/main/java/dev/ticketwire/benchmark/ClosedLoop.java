package dev.ticketwire.benchmark;

import java.util.concurrent.Phaser;

/**
 * Closed-loop load with a fixed number of requests in flight: the next request starts when one is answered. Measures
 * the maximum throughput. Its latencies are those of a saturated system and hide stalls; {@link OpenLoop} measures
 * latency.
 */
final class ClosedLoop {
    private final AsyncRequest operation;
    private final MeasuringTime span;
    private final LatencyRecorder latencies = new LatencyRecorder();
    private final Phaser inFlight = new Phaser(1);
    private long start;

    private ClosedLoop(AsyncRequest operation, MeasuringTime span) {
        this.operation = operation;
        this.span = span;
    }

    static Measurement run(String name, String what, AsyncRequest operation, int inFlight, MeasuringTime span) {
        ClosedLoop loop = new ClosedLoop(operation, span);
        loop.start = System.nanoTime();
        for (int i = 0; i < inFlight; i++) {
            loop.inFlight.register();
            loop.next();
        }
        loop.inFlight.arriveAndAwaitAdvance();
        return loop.latencies.measurement(name, what, span.measured());
    }

    private void next() {
        long begin = System.nanoTime();
        if (span.isOver(begin - start)) {
            inFlight.arriveAndDeregister();
            return;
        }
        var unused = operation.send().whenComplete((expected, error) -> {
            long end = System.nanoTime();
            if (span.isMeasured(end - start)) {
                latencies.answered(error == null && expected, end - begin);
            }
            next();
        });
    }
}
