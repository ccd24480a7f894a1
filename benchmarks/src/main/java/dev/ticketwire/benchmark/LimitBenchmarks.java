package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** The benchmark {@code limits}: the same work without the suite, by bare JDBC and a bare Kafka producer. */
final class LimitBenchmarks {
    private static final int WRITERS = 2;
    private static final int READERS = 16;

    private final BenchmarkOptions options;
    private final Target target;
    private final BenchmarkReport report;

    LimitBenchmarks(BenchmarkOptions options, Target target, BenchmarkReport report) {
        this.options = options;
        this.target = target;
        this.report = report;
    }

    void run() throws Exception {
        gets();
        creates();
        String what = "update, bare statements, " + WRITERS + " connections, " + BareUpdates.SIZE + " a commit";
        report.add(ParallelConnections.run("update.limit.jdbc", what, WRITERS, options.span(), this::bareUpdates));
        report.add(ProducerBenchmark.run(target.environment().kafka(), options.span()));
    }

    private void gets() throws Exception {
        String number = target.numbers().getFirst();
        Runnable get = () -> target.gateway()
                .get("/api/tickets-get.php/" + number + ".json", 200)
                .toCompletableFuture()
                .join();
        GetStatements statements = GetStatements.recorded(target.connection(), number, get);
        report.add(ParallelConnections.run(
                "get.limit.jdbc",
                "get, bare selects, " + READERS + " connections",
                READERS,
                options.span(),
                () -> GetStatements.work(target.environment().preparingDatabase(), statements, target.numbers())));
    }

    private void creates() throws Exception {
        Connection connection = target.connection();
        var unused = new CreateRequests(target.gateway())
                .send()
                .toCompletableFuture()
                .join();
        SampleTicket sample = new SampleTicket(connection);
        StatementCounters counters = StatementCounters.begin(connection);
        report.add(ParallelConnections.run(
                "create.limit.jdbc",
                "create, bare statements, " + WRITERS + " connections, " + BareCreates.SIZE + " a commit",
                WRITERS,
                options.span(),
                () -> new BareCreates(target.environment().database(), sample, new SampleRequester.Crowd())));
        report.say(counters.perTicket(connection));
    }

    private ParallelConnections.Work bareUpdates() throws SQLException {
        return new BareUpdates(target.environment().database(), target.numbers());
    }
}
