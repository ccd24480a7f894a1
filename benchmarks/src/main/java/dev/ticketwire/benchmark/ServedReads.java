package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The most gets and searches: at the query service, through the gateway, and at {@link BareServer}. */
final class ServedReads {
    private static final int OK = 200;
    private static final String SEARCH = "/search?limit=20";

    private final Settings settings;
    private final List<String> numbers;
    private final List<Figure> figures = new ArrayList<>();

    private ServedReads(Settings settings, List<String> numbers) {
        this.settings = settings;
        this.numbers = numbers;
    }

    static List<Figure> measured(
            Settings settings, Connection connection, Gateway gateway, Gateway service, List<String> numbers)
            throws Exception {
        ServedReads reads = new ServedReads(settings, numbers);
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
        try (Peer bare = Peer.start(BareServer.class, "-Xmx192m", get.ticket(), get.entries(), search);
                Gateway limit = new Gateway(bare.address(), settings.key())) {
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

    private void load(String kind, String where, String name, Gateway at, String path) {
        Operation operation = () -> at.get(
                path.replace("%s", numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()))), OK);
        Figure figure = ClosedLoop.run(
                kind + "." + name + ".max",
                kind + ", " + where + ", " + settings.inFlight() + " in flight",
                operation,
                settings.inFlight(),
                settings.span());
        figures.add(figure);
        System.err.println(figure.row().strip());
    }
}
