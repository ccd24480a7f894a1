package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures the latency of single reads without other load, and prints the plans of their statements. */
final class ReadLatencyBenchmark {
    private static final int OK = 200;

    private ReadLatencyBenchmark() {}

    /** Prints plans to standard error. */
    static List<Measurement> measured(
            Connection connection, Map<String, ServiceClient> services, List<ReadKind> kinds, MeasuringTime span)
            throws Exception {
        List<Measurement> figures = new ArrayList<>();
        for (ReadKind kind : kinds) {
            ServiceClient service = Objects.requireNonNull(services.get(kind.service()));
            AtomicInteger next = new AtomicInteger();
            AsyncRequest read = () -> service.get(kind.path().apply(next.getAndIncrement()), OK);
            Measurement figure =
                    ClosedLoop.run("reads." + kind.name().replaceAll("[^a-z0-9]+", "-"), kind.name(), read, 1, span);
            figures.add(figure);
            System.err.println(figure.row().strip());
            for (String select : StatementLog.selectsOf(
                    connection, () -> read.send().toCompletableFuture().join())) {
                QueryPlan.of(connection, select).forEach(System.err::println);
            }
        }
        return figures;
    }
}
