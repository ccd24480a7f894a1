package dev.ticketwire.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.util.concurrent.ThreadLocalRandom;

/** The benchmarks of requests through the gateway: {@code paging}, {@code get}, {@code create}, {@code update} … */
final class LoadBenchmarks {
    private static final double USUAL_WRITES_BESIDE_PAGING = 200;

    private final BenchmarkOptions options;
    private final Target target;
    private final BenchmarkReport report;
    private final AsyncRequest creates;
    private final AsyncRequest updates;

    LoadBenchmarks(BenchmarkOptions options, Target target, BenchmarkReport report) {
        this.options = options;
        this.target = target;
        this.report = report;
        this.creates = new CreateRequests(target.gateway());
        this.updates = new UpdateRequests(target.gateway(), target.numbers());
    }

    /** Runs the selected benchmarks. */
    void run() throws Exception {
        if (options.wants(Benchmark.PAGING)) {
            paging();
        }
        load(Benchmark.GET, new GetRequests(target.gateway(), target.numbers()));
        if (options.wants(Benchmark.CREATE)) {
            Connection connection = target.connection();
            StatementCounters counters = StatementCounters.begin(connection);
            load(Benchmark.CREATE, creates);
            report.say(counters.perTicket(connection));
        }
        load(Benchmark.UPDATE, updates);
        load(Benchmark.MIXED, mixed());
        if (options.wants(Benchmark.BULK)) {
            report.add(new BulkBenchmark(target.gateway()).run());
        }
    }

    private void paging() throws Exception {
        URI gateway = URI.create(target.environment().gateway());
        new PagingBenchmark(target.connection(), gateway, options.key())
                .run(mixed(), options.rateOr(USUAL_WRITES_BESIDE_PAGING))
                .forEach(report::add);
    }

    private AsyncRequest mixed() {
        return () -> ThreadLocalRandom.current().nextBoolean() ? creates.send() : updates.send();
    }

    /** Measures the maximum throughput, then the latency at half of it. */
    private void load(Benchmark benchmark, AsyncRequest operation) {
        if (!options.wants(benchmark)) {
            return;
        }
        int inFlight = options.inFlight();
        String name = benchmark + ".gateway.";
        String what = benchmark + ", gateway, " + inFlight + " in flight";
        Measurement most = ClosedLoop.run(name + "max", what, operation, inFlight, options.span());
        report.add(most);
        double rate = options.rateOr(most.perSecond() / 2);
        what = String.format("%s, gateway, %.0f per second", benchmark, rate);
        report.add(OpenLoop.run(name + "open", what, operation, rate, options.span()));
    }
}
