package dev.ticketwire.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

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
            Settings settings,
            Environment environment,
            Connection connection,
            Gateway gateway,
            Gateway service,
            List<String> numbers)
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
        int port = freePort();
        Process bare = start(port, get, search);
        try (Gateway limit = new Gateway(URI.create("http://127.0.0.1:" + port), settings.key())) {
            reads.load("get", "bare JDBC", "bare", limit, "/tickets/%s");
            reads.load("get", "service", "service", service, "/tickets/%s");
            reads.load("get", "gateway", "gateway", gateway, "/api/tickets-get.php/%s.json");
            reads.load("get", "gateway with ETag", "gateway-etag", gateway, "/tickets/%s");
            reads.load("search", "bare JDBC", "bare", limit, "/search");
            reads.load("search", "service", "service", service, SEARCH);
            reads.load("search", "gateway", "gateway", gateway, "/api/tickets-search.php?limit=20");
        } finally {
            bare.destroy();
            bare.waitFor(10, TimeUnit.SECONDS);
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

    /** With the options that the launcher gives a hot service. */
    private static Process start(int port, GetStatements get, String search) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        System.getProperty("ticketwire.home", ".ticketwire"),
                        Integer.toString(port),
                        get.ticket(),
                        get.entries(),
                        search)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"listening".equals(out.readLine())) {
            throw new IllegalStateException("the bare server did not start");
        }
        return process;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
