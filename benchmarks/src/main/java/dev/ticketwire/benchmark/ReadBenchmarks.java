package dev.ticketwire.benchmark;

import java.util.List;
import java.util.Map;

/** The benchmarks {@code reads}, {@code served} and {@code edge}. */
final class ReadBenchmarks {
    private final BenchmarkOptions options;
    private final Target target;
    private final BenchmarkReport report;

    ReadBenchmarks(BenchmarkOptions options, Target target, BenchmarkReport report) {
        this.options = options;
        this.target = target;
        this.report = report;
    }

    /** Runs the selected benchmarks. */
    void run() throws Exception {
        if (options.wants(Benchmark.READS)) {
            eachRead();
        }
        if (options.wants(Benchmark.SERVED) || options.wants(Benchmark.EDGE)) {
            gets();
        }
    }

    private void eachRead() throws Exception {
        try (ServiceClient query = target.service("query", "ticket-query-service");
                ServiceClient subticket = target.service("subticket", "subticket-service");
                ServiceClient stats = target.service("stats", "stats-service")) {
            Map<String, ServiceClient> services = Map.of("query", query, "subticket", subticket, "stats", stats);
            List<ReadKind> kinds = ReadKind.all(target.connection(), target.numbers()).stream()
                    .filter(kind -> kind.name().contains(options.only()))
                    .toList();
            report.addTold(ReadLatencyBenchmark.measured(target.connection(), services, kinds, options.span()));
        }
    }

    private void gets() throws Exception {
        try (ServiceClient query = target.service("query", "ticket-query-service")) {
            if (options.wants(Benchmark.SERVED)) {
                report.addTold(ReadThroughputBenchmark.measured(options, target, query));
            }
            if (options.wants(Benchmark.EDGE)) {
                report.addTold(EdgeBenchmark.measured(options, target, query));
            }
        }
    }
}
