package dev.ticketwire.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Creates at three times the suite's maximum rate, independent of the answers, by callers who wait a second for the
 * outcome and then accept a receipt. Measures the statuses of the answers, the latency of accepted creates, the number
 * shed, whether every accepted create becomes a ticket, and the gateway's memory.
 */
final class OverloadBenchmark {
    private static final int TIMES = 3;
    private static final Duration LASTING = Duration.ofSeconds(60);
    /** Maximum of unanswered requests: each has its own connection, and a process may open 20,000 files. */
    private static final int MOST_UNANSWERED = 15_000;

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);

    private final ServiceClient gateway;
    private final OverloadProbe probe;
    private final String subject = "overload " + UUID.randomUUID();
    private final Map<Integer, LongAdder> answers = new TreeMap<>();
    private final Histogram accepted = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);
    private final LongAdder unsent = new LongAdder();
    private long mostMemory;

    private OverloadBenchmark(ServiceClient gateway, OverloadProbe probe) {
        this.gateway = gateway;
        this.probe = probe;
    }

    /**
     * Finds the suite's maximum rate, then overloads it.
     *
     * @param home of the suite, with the gateway's process id
     * @return the result, for people
     */
    static String run(BenchmarkOptions options, Target target, Path home, BenchmarkReport report) throws Exception {
        SuiteEnvironment environment = target.environment();
        try (ServiceClient many = new ServiceClient(
                URI.create(environment.gateway()),
                request -> request.putHeader("X-API-Key", options.key()),
                MOST_UNANSWERED)) {
            double most = mostCreates(many, options, report);
            OverloadProbe probe = new OverloadProbe(target.connection(), home, environment.metrics());
            return new OverloadBenchmark(many, probe).measured(most * TIMES);
        }
    }

    /** Batches grow with the requests in flight, so their number is increased until the rate stops growing. */
    private static double mostCreates(ServiceClient gateway, BenchmarkOptions options, BenchmarkReport report) {
        double most = 0;
        for (int inFlight = options.inFlight(); inFlight < MOST_UNANSWERED; inFlight *= 4) {
            Measurement measurement = ClosedLoop.run(
                    "overload.most." + inFlight,
                    "create, gateway, " + inFlight + " in flight",
                    new CreateRequests(gateway),
                    inFlight,
                    options.span());
            report.add(measurement);
            if (measurement.perSecond() < most) {
                break;
            }
            most = measurement.perSecond();
        }
        return most;
    }

    private String measured(double perSecond) throws Exception {
        long memoryBefore = probe.memory();
        long shedBefore = probe.shed();
        send(perSecond);
        long shed = probe.shed() - shedBefore;
        long promised = answered(201) + answered(202);
        long kept = probe.kept(subject, promised);
        return String.join(
                System.lineSeparator(),
                "%.0f creates per second for %d s, %d not sent as %d were unanswered; answers %s, %d of them shed;"
                        .formatted(perSecond, LASTING.toSeconds(), unsent.sum(), MOST_UNANSWERED, answers, shed),
                "accepted: p50 %.0f ms, p99 %.0f ms, max %.0f ms; %d of %d accepted became tickets (%.3f %%);"
                        .formatted(
                                accepted.getValueAtPercentile(50) / 1000.0,
                                accepted.getValueAtPercentile(99) / 1000.0,
                                accepted.getMaxValue() / 1000.0,
                                kept,
                                promised,
                                promised == 0 ? 0 : 100.0 * kept / promised),
                "gateway %d MB before, %d MB at most, %d MB after".formatted(memoryBefore, mostMemory, probe.memory()));
    }

    private long answered(int status) {
        synchronized (answers) {
            return answers.getOrDefault(status, new LongAdder()).sum();
        }
    }

    private void send(double perSecond) throws Exception {
        double gap = 1e9 / perSecond;
        long start = System.nanoTime();
        long lookAgain = start;
        for (long i = 0; i * gap < LASTING.toNanos(); i++) {
            long due = start + (long) (i * gap);
            OpenLoop.waitUntil(due);
            if (due > lookAgain) {
                mostMemory = Math.max(mostMemory, probe.memory());
                lookAgain = due + TimeUnit.SECONDS.toNanos(1);
            }
            if (unanswered.tryAcquire()) {
                sendOne(json(i), due);
            } else {
                unsent.increment();
            }
        }
        if (!unanswered.tryAcquire(MOST_UNANSWERED, 2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("answers are missing two minutes after the last request");
        }
        mostMemory = Math.max(mostMemory, probe.memory());
    }

    private void sendOne(String json, long due) {
        var unused = gateway.status("/tickets", json).whenComplete((status, failure) -> {
            count(failure == null ? status : 0);
            if (failure == null && (status == 201 || status == 202)) {
                accepted.recordValue(Math.clamp((System.nanoTime() - due) / 1000, 0, LONGEST_MICROS));
            }
            unanswered.release();
        });
    }

    private void count(int status) {
        synchronized (answers) {
            answers.computeIfAbsent(status, s -> new LongAdder()).increment();
        }
    }

    private String json(long i) {
        return "{\"name\":\"Ola Overload\",\"email\":\"overload" + i % 500 + "@example.org\",\"subject\":\"" + subject
                + "\",\"message\":\"" + SampleText.of(CreateRequests.MESSAGE_LENGTH) + "\"}";
    }
}
