package dev.ticketwire.benchmark;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Measures a running suite. Progress goes to standard error, the table and its JSON lines to standard output. */
public final class Main {
    private static final int WRITERS = 2;
    private static final int READERS = 16;
    private static final int NUMBERS = 20_000;
    private static final int OVERLOADING_CONNECTIONS = Overload.MOST_UNANSWERED;
    private static final Duration OVERLOADED = Duration.ofSeconds(60);

    private final Settings settings;
    private final Environment environment;
    private final Path home;
    private final List<Figure> figures = new ArrayList<>();

    private Main(Settings settings, Environment environment, Path home) {
        this.settings = settings;
        this.environment = environment;
        this.home = home;
    }

    /** Exit status: 0 measured, 1 not, 2 asked for something unknown. */
    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.parse(List.of(arguments));
            Path home = Path.of(System.getProperty("ticketwire.home", ".ticketwire"));
            new Main(settings, Environment.of(home), home).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        try (Connection connection = environment.database();
                Gateway gateway = new Gateway(URI.create(environment.gateway()), settings.key())) {
            say(HelpDesk.tickets(connection) + " tickets, "
                    + Runtime.getRuntime().availableProcessors() + " cores");
            List<String> numbers = HelpDesk.someNumbers(connection, NUMBERS);
            if (settings.wants("reads") || settings.wants("served") || settings.wants("edge")) {
                reads(connection, gateway, numbers);
            }
            if (settings.wants("overload")) {
                overload(connection);
            }
            if (settings.wants("paging")) {
                paging(connection, gateway, numbers);
            }
            if (settings.wants("get")) {
                load("get", new Gets(gateway, numbers));
            }
            if (settings.wants("create")) {
                ServerWork work = ServerWork.begin(connection);
                load("create", new Creates(gateway));
                say(work.perTicket(connection));
            }
            Operation creates = new Creates(gateway);
            Operation updates = new Updates(gateway, numbers);
            if (settings.wants("update")) {
                load("update", updates);
            }
            if (settings.wants("mixed")) {
                load("mixed", mixed(creates, updates));
            }
            if (settings.wants("bulk")) {
                add(new Bulks(gateway).run());
            }
            if (settings.wants("limits")) {
                limits(connection, gateway, numbers);
            }
        }
        System.out.println(Figure.header());
        figures.forEach(figure -> System.out.println(figure.row()));
        figures.forEach(figure -> System.out.println(figure.json()));
    }

    /** Asked without the gateway, and so signed as it would sign. */
    private Gateway service(String label, String name) throws IOException {
        IdentitySigner signer = new IdentitySigner(environment.identityKey());
        return new Gateway(
                environment.service(label),
                request -> request.putHeader(Identity.HEADER, signer.token(name, Identity.GATEWAY)));
    }

    private void reads(Connection connection, Gateway gateway, List<String> numbers) throws Exception {
        try (Gateway query = service("query", "ticket-query-service");
                Gateway subticket = service("subticket", "subticket-service");
                Gateway stats = service("stats", "stats-service")) {
            if (settings.wants("reads")) {
                Map<String, Gateway> services = Map.of("query", query, "subticket", subticket, "stats", stats);
                List<ReadKind> kinds = ReadKind.of(connection, numbers).stream()
                        .filter(kind -> kind.name().contains(settings.only()))
                        .toList();
                figures.addAll(ReadLatencies.measured(connection, services, kinds, settings.span()));
            }
            if (settings.wants("served")) {
                figures.addAll(ServedReads.measured(settings, connection, gateway, query, numbers));
            }
            if (settings.wants("edge")) {
                figures.addAll(EdgeCost.measured(settings, gateway, query, numbers));
            }
        }
    }

    private void overload(Connection connection) throws Exception {
        try (Gateway many = new Gateway(
                URI.create(environment.gateway()),
                request -> request.putHeader("X-API-Key", settings.key()),
                OVERLOADING_CONNECTIONS)) {
            double most = mostCreates(many);
            say(new Overload(connection, many, home, environment.metrics()).measured(most, OVERLOADED));
        }
    }

    /** The more are in flight, the larger the batches, so their number grows until it brings no more. */
    private double mostCreates(Gateway gateway) {
        double most = 0;
        for (int inFlight = settings.inFlight(); inFlight < OVERLOADING_CONNECTIONS; inFlight *= 4) {
            Figure figure = ClosedLoop.run(
                    "overload.most." + inFlight,
                    "create, gateway, " + inFlight + " in flight",
                    new Creates(gateway),
                    inFlight,
                    settings.span());
            add(figure);
            if (figure.perSecond() < most) {
                break;
            }
            most = figure.perSecond();
        }
        return most;
    }

    private void paging(Connection connection, Gateway gateway, List<String> numbers) throws Exception {
        Operation writes = mixed(new Creates(gateway), new Updates(gateway, numbers));
        double rate = settings.rate() > 0 ? settings.rate() : 200;
        new PagingUnderWrites(connection, URI.create(environment.gateway()), settings.key())
                .run(writes, rate)
                .forEach(this::add);
    }

    private static Operation mixed(Operation creates, Operation updates) {
        return () -> ThreadLocalRandom.current().nextBoolean() ? creates.send() : updates.send();
    }

    private void load(String kind, Operation operation) {
        int inFlight = settings.inFlight();
        Figure most = ClosedLoop.run(
                kind + ".gateway.max",
                kind + ", gateway, " + inFlight + " in flight",
                operation,
                inFlight,
                settings.span());
        add(most);
        double rate = settings.rate() > 0 ? settings.rate() : most.perSecond() / 2;
        String what = String.format("%s, gateway, %.0f per second", kind, rate);
        add(OpenLoop.run(kind + ".gateway.open", what, operation, rate, settings.span()));
    }

    private void limits(Connection connection, Gateway gateway, List<String> numbers) throws Exception {
        String number = numbers.getFirst();
        Runnable get = () -> gateway.get("/api/tickets-get.php/" + number + ".json", 200)
                .toCompletableFuture()
                .join();
        GetStatements statements = GetStatements.recorded(connection, number, get);
        add(Connections.run(
                "get.limit.jdbc",
                "get, bare selects, " + READERS + " connections",
                READERS,
                settings.span(),
                () -> GetStatements.work(environment.preparingDatabase(), statements, numbers)));
        var unused = new Creates(gateway).send().toCompletableFuture().join();
        SampleTicket sample = new SampleTicket(connection);
        ServerWork work = ServerWork.begin(connection);
        add(Connections.run(
                "create.limit.jdbc",
                "create, bare statements, " + WRITERS + " connections, " + WaveOfCreates.SIZE + " a commit",
                WRITERS,
                settings.span(),
                () -> new WaveOfCreates(environment.database(), sample, new Requester.Crowd())));
        say(work.perTicket(connection));
        add(Connections.run(
                "update.limit.jdbc",
                "update, bare statements, " + WRITERS + " connections, " + WaveOfUpdates.SIZE + " a commit",
                WRITERS,
                settings.span(),
                () -> new WaveOfUpdates(environment.database(), numbers)));
        add(SendLimit.run(environment.kafka(), settings.span()));
    }

    private void add(Figure figure) {
        figures.add(figure);
        say(figure.row().strip());
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
