package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The most gets and searches: at the query service, through the gateway, and at {@link BareServer}. */
final class ReadThroughputBenchmark {
    private static final int OK = 200;
    private static final String SEARCH = "/search?limit=20";

    private final BenchmarkOptions settings;
    private final List<String> numbers;
    private final List<Measurement> figures = new ArrayList<>();

    private ReadThroughputBenchmark(BenchmarkOptions settings, List<String> numbers) {
        this.settings = settings;
        this.numbers = numbers;
    }

    static List<Measurement> measured(
            BenchmarkOptions settings,
            Connection connection,
            ServiceClient gateway,
            ServiceClient service,
            List<String> numbers)
            throws Exception {
        ReadThroughputBenchmark reads = new ReadThroughputBenchmark(settings, numbers);
        String number = numbers.getFirst();
        GetStatements get = GetStatements.recorded(
                connection,
                number,
                () -> service.get("/tickets/" + number, OK)
                        .toCompletableFuture()
                        .join());
        String search = StatementLog.selectsOf(
                        connection,
                        () -> service.get(SEARCH, OK).toCompletableFuture().join())
                .getFirst();
        try (ComparisonProcess bare =
                        ComparisonProcess.start(BareServer.class, "-Xmx192m", get.ticket(), get.entries(), search);
                ServiceClient limit = new ServiceClient(bare.address(), settings.key())) {
            reads.load("get", "bare JDBC", "bare", limit, "/tickets/%s");
            reads.load("get", "service", "service", service, "/tickets/%s");
            reads.load("get", "gateway", "gateway", gateway, "/api/tickets-get.php/%s.json");
            reads.load("get", "gateway with ETag", "gateway-etag", gateway, "/tickets/%s");
            reads.load("search", "bare JDBC", "bare", limit, "/search");
            reads.load("search", "service", "service", service, SEARCH);
            reads.load("search", "gateway", "gateway", gateway, "/api/tickets-search.php?limit=20");
        }
        return reads.figures;
    }

    private void load(String kind, String where, String name, ServiceClient at, String path) {
        Operation operation = () -> at.get(
                path.replace("%s", numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()))), OK);
        Measurement figure = ClosedLoop.run(
                kind + "." + name + ".max",
                kind + ", " + where + ", " + settings.inFlight() + " in flight",
                operation,
                settings.inFlight(),
                settings.span());
        figures.add(figure);
        System.err.println(figure.row().strip());
    }
}
