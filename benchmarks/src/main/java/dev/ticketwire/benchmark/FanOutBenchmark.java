package dev.ticketwire.benchmark;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Events at a fixed rate to many clients of the stream; measures from the record in Kafka to each client. */
final class FanOutBenchmark {
    private record Arrival(String id, long millis) {}

    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final Queue<Arrival> early = new ConcurrentLinkedQueue<>();
    private final LatencyRecorder latencies = new LatencyRecorder();
    private final LongAdder received = new LongAdder();
    private volatile boolean measuring;

    /**
     * Runs it.
     *
     * @param name stable name of the figure
     * @param where who serves the streams, for people
     */
    static Measurement run(
            String name,
            String where,
            URI address,
            Consumer<RequestOptions> identity,
            int clients,
            int rate,
            MeasuringTime span,
            SqlChanges changes,
            SuiteEnvironment environment)
            throws Exception {
        FanOutBenchmark benchmark = new FanOutBenchmark();
        try (EventTopic topic = new EventTopic(
                        environment.kafka(),
                        record -> benchmark.written.put(EventTopic.header(record, "ce_id"), record.timestamp()));
                StreamClients streams = StreamClients.open(address, identity, clients, benchmark::arrived)) {
            int events = benchmark.write(changes, rate, span);
            topic.await(events);
            benchmark.awaitAll((long) events * clients);
            benchmark.early.forEach(benchmark::measure);
            long expected = (long) events * clients;
            long missing = expected - benchmark.received.sum() + streams.ended();
            String what = String.format("%d streams, %d events/s each, %s", clients, rate, where);
            return benchmark.latencies.measurement(name, what, span.measured()).failing(missing);
        }
    }

    private int write(SqlChanges changes, int rate, MeasuringTime span) throws Exception {
        long start = System.nanoTime();
        int events = 0;
        for (; !span.isOver(System.nanoTime() - start); events++) {
            OpenLoop.waitUntil(start + events * TimeUnit.SECONDS.toNanos(1) / rate);
            measuring = span.isMeasured(System.nanoTime() - start);
            changes.one();
        }
        return events;
    }

    private void arrived(String id) {
        received.increment();
        if (measuring) {
            measure(new Arrival(id, System.currentTimeMillis()));
        }
    }

    /** A client may be faster than the benchmark's own reader of the topic. */
    private void measure(Arrival arrival) {
        Long record = written.get(arrival.id());
        if (record == null) {
            early.add(arrival);
        } else {
            latencies.answered(true, TimeUnit.MILLISECONDS.toNanos(arrival.millis() - record));
        }
    }

    private void awaitAll(long messages) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (received.sum() < messages && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
