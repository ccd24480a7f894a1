package dev.ticketwire.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How fast the event service works off what was committed while it was down. */
final class BacklogBenchmark {
    private static final int ROWS_A_COMMIT = 100;

    private final SuiteProcess service;
    private final SuiteProcess mariaDb;
    private final SuiteEnvironment environment;
    private final BenchmarkReport report;

    BacklogBenchmark(Path home, SuiteEnvironment environment, BenchmarkReport report) {
        this.service = new SuiteProcess(home, "event");
        this.mariaDb = new SuiteProcess(home, "mariadb");
        this.environment = environment;
        this.report = report;
    }

    /** @return the events per second, from the first event to the last */
    Measurement run(SqlChanges changes, int rows) throws Exception {
        service.hold();
        try (EventTopic topic = new EventTopic(environment.kafka(), record -> {})) {
            long begin = System.nanoTime();
            changes.many(rows, ROWS_A_COMMIT);
            report.say(String.format("%,d rows written in %.0f s", rows, seconds(begin, System.nanoTime())));
            long released = System.nanoTime();
            service.release();
            topic.await(1);
            long first = System.nanoTime();
            double database = mariaDb.cpuSeconds();
            double own = service.cpuSeconds();
            topic.await(rows);
            double lasted = seconds(first, topic.lastNanos());
            report.say(String.format(
                    "backlog of %,d rows: first event %.1f s after the start, then %.0f s; CPU: MariaDB %.0f %%,"
                            + " event service %.0f %% of a core; memory of the service: now %d MiB, at most %d MiB",
                    rows,
                    seconds(released, first),
                    lasted,
                    100 * (mariaDb.cpuSeconds() - database) / lasted,
                    100 * (service.cpuSeconds() - own) / lasted,
                    service.residentMebibytes(),
                    service.mostMebibytes()));
            String what = String.format("backlog of %,d row changes", rows);
            return new Measurement("events.backlog", what, rows / lasted, topic.count() - rows, new Histogram(3));
        } finally {
            service.release();
        }
    }

    private static double seconds(long from, long to) {
        return Duration.ofNanos(to - from).toMillis() / 1000.0;
    }

    /** What the service uses when nothing happens. */
    String atRest() throws Exception {
        return "event service: " + service.residentMebibytes() + " MiB resident";
    }
}
