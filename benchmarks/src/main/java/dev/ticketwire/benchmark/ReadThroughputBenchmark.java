package dev.ticketwire.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures the maximum throughput of gets and searches: at the query service, through the gateway, and at {@link
 * BareServer}.
 */
final class ReadThroughputBenchmark {
    private static final int OK = 200;
    private static final String SEARCH = "/search?limit=20";

    private final BenchmarkOptions options;
    private final List<String> numbers;
    private final List<Measurement> measurements = new ArrayList<>();

    private ReadThroughputBenchmark(BenchmarkOptions options, List<String> numbers) {
        this.options = options;
        this.numbers = numbers;
    }

    static List<Measurement> measured(BenchmarkOptions options, Target target, ServiceClient service) throws Exception {
        ReadThroughputBenchmark reads = new ReadThroughputBenchmark(options, target.numbers());
        GetStatements get = reads.getStatements(target, service);
        Runnable once = () -> service.get(SEARCH, OK).toCompletableFuture().join();
        String search = StatementLog.selectsOf(target.connection(), once).getFirst();
        try (ComparisonProcess bare =
                        ComparisonProcess.start(BareServer.class, "-Xmx192m", get.ticket(), get.entries(), search);
                ServiceClient limit = new ServiceClient(bare.address(), options.key())) {
            reads.load("get", "bare JDBC", "bare", limit, "/tickets/%s");
            reads.load("get", "service", "service", service, "/tickets/%s");
            reads.load("get", "gateway", "gateway", target.gateway(), "/api/tickets-get.php/%s.json");
            reads.load("get", "gateway with ETag", "gateway-etag", target.gateway(), "/tickets/%s");
            reads.load("search", "bare JDBC", "bare", limit, "/search");
            reads.load("search", "service", "service", service, SEARCH);
            reads.load("search", "gateway", "gateway", target.gateway(), "/api/tickets-search.php?limit=20");
        }
        return reads.measurements;
    }

    private GetStatements getStatements(Target target, ServiceClient service) throws SQLException {
        String number = numbers.getFirst();
        Runnable once = () ->
                service.get("/tickets/" + number, OK).toCompletableFuture().join();
        return GetStatements.recorded(target.connection(), number, once);
    }

    private void load(String kind, String where, String name, ServiceClient at, String path) {
        AsyncRequest operation = () -> at.get(
                path.replace("%s", numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()))), OK);
        Measurement figure = ClosedLoop.run(
                kind + "." + name + ".max",
                kind + ", " + where + ", " + options.inFlight() + " in flight",
                operation,
                options.inFlight(),
                options.span());
        measurements.add(figure);
        System.err.println(figure.row().strip());
    }
}
