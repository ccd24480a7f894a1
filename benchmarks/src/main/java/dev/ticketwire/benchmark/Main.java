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
    private static final int OVERLOADING_CONNECTIONS = OverloadBenchmark.MOST_UNANSWERED;
    private static final Duration OVERLOADED = Duration.ofSeconds(60);

    private final BenchmarkOptions settings;
    private final SuiteEnvironment environment;
    private final Path home;
    private final List<Measurement> figures = new ArrayList<>();

    private Main(BenchmarkOptions settings, SuiteEnvironment environment, Path home) {
        this.settings = settings;
        this.environment = environment;
        this.home = home;
    }

    /** Exit status: 0 measured, 1 not, 2 asked for something unknown. */
    public static void main(String[] arguments) {
        try {
            BenchmarkOptions settings = BenchmarkOptions.parse(List.of(arguments));
            Path home = Path.of(System.getProperty("ticketwire.home", ".ticketwire"));
            new Main(settings, SuiteEnvironment.of(home), home).run();
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
                ServiceClient gateway = new ServiceClient(URI.create(environment.gateway()), settings.key())) {
            say(TicketTables.tickets(connection) + " tickets, "
                    + Runtime.getRuntime().availableProcessors() + " cores");
            List<String> numbers = TicketTables.someNumbers(connection, NUMBERS);
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
                load("get", new GetRequests(gateway, numbers));
            }
            if (settings.wants("create")) {
                StatementCounters work = StatementCounters.begin(connection);
                load("create", new CreateRequests(gateway));
                say(work.perTicket(connection));
            }
            Operation creates = new CreateRequests(gateway);
            Operation updates = new UpdateRequests(gateway, numbers);
            if (settings.wants("update")) {
                load("update", updates);
            }
            if (settings.wants("mixed")) {
                load("mixed", mixed(creates, updates));
            }
            if (settings.wants("bulk")) {
                add(new BulkBenchmark(gateway).run());
            }
            if (settings.wants("limits")) {
                limits(connection, gateway, numbers);
            }
        }
        System.out.println(Measurement.header());
        figures.forEach(figure -> System.out.println(figure.row()));
        figures.forEach(figure -> System.out.println(figure.json()));
    }

    /** Asked without the gateway, and so signed as it would sign. */
    private ServiceClient service(String label, String name) throws IOException {
        IdentitySigner signer = new IdentitySigner(environment.identityKey());
        return new ServiceClient(
                environment.service(label),
                request -> request.putHeader(Identity.HEADER, signer.token(name, Identity.GATEWAY)));
    }

    private void reads(Connection connection, ServiceClient gateway, List<String> numbers) throws Exception {
        try (ServiceClient query = service("query", "ticket-query-service");
                ServiceClient subticket = service("subticket", "subticket-service");
                ServiceClient stats = service("stats", "stats-service")) {
            if (settings.wants("reads")) {
                Map<String, ServiceClient> services = Map.of("query", query, "subticket", subticket, "stats", stats);
                List<ReadKind> kinds = ReadKind.of(connection, numbers).stream()
                        .filter(kind -> kind.name().contains(settings.only()))
                        .toList();
                figures.addAll(ReadLatencyBenchmark.measured(connection, services, kinds, settings.span()));
            }
            if (settings.wants("served")) {
                figures.addAll(ReadThroughputBenchmark.measured(settings, connection, gateway, query, numbers));
            }
            if (settings.wants("edge")) {
                figures.addAll(EdgeBenchmark.measured(settings, gateway, query, numbers));
            }
        }
    }

    private void overload(Connection connection) throws Exception {
        try (ServiceClient many = new ServiceClient(
                URI.create(environment.gateway()),
                request -> request.putHeader("X-API-Key", settings.key()),
                OVERLOADING_CONNECTIONS)) {
            double most = mostCreates(many);
            say(new OverloadBenchmark(connection, many, home, environment.metrics()).measured(most, OVERLOADED));
        }
    }

    /** The more are in flight, the larger the batches, so their number grows until it brings no more. */
    private double mostCreates(ServiceClient gateway) {
        double most = 0;
        for (int inFlight = settings.inFlight(); inFlight < OVERLOADING_CONNECTIONS; inFlight *= 4) {
            Measurement figure = ClosedLoop.run(
                    "overload.most." + inFlight,
                    "create, gateway, " + inFlight + " in flight",
                    new CreateRequests(gateway),
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

    private void paging(Connection connection, ServiceClient gateway, List<String> numbers) throws Exception {
        Operation writes = mixed(new CreateRequests(gateway), new UpdateRequests(gateway, numbers));
        double rate = settings.rate() > 0 ? settings.rate() : 200;
        new PagingBenchmark(connection, URI.create(environment.gateway()), settings.key())
                .run(writes, rate)
                .forEach(this::add);
    }

    private static Operation mixed(Operation creates, Operation updates) {
        return () -> ThreadLocalRandom.current().nextBoolean() ? creates.send() : updates.send();
    }

    private void load(String kind, Operation operation) {
        int inFlight = settings.inFlight();
        Measurement most = ClosedLoop.run(
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

    private void limits(Connection connection, ServiceClient gateway, List<String> numbers) throws Exception {
        String number = numbers.getFirst();
        Runnable get = () -> gateway.get("/api/tickets-get.php/" + number + ".json", 200)
                .toCompletableFuture()
                .join();
        GetStatements statements = GetStatements.recorded(connection, number, get);
        add(ParallelConnections.run(
                "get.limit.jdbc",
                "get, bare selects, " + READERS + " connections",
                READERS,
                settings.span(),
                () -> GetStatements.work(environment.preparingDatabase(), statements, numbers)));
        var unused = new CreateRequests(gateway).send().toCompletableFuture().join();
        SampleTicket sample = new SampleTicket(connection);
        StatementCounters work = StatementCounters.begin(connection);
        add(ParallelConnections.run(
                "create.limit.jdbc",
                "create, bare statements, " + WRITERS + " connections, " + BareCreates.SIZE + " a commit",
                WRITERS,
                settings.span(),
                () -> new BareCreates(environment.database(), sample, new Requester.Crowd())));
        say(work.perTicket(connection));
        add(ParallelConnections.run(
                "update.limit.jdbc",
                "update, bare statements, " + WRITERS + " connections, " + BareUpdates.SIZE + " a commit",
                WRITERS,
                settings.span(),
                () -> new BareUpdates(environment.database(), numbers)));
        add(ProducerBenchmark.run(environment.kafka(), settings.span()));
    }

    private void add(Measurement figure) {
        figures.add(figure);
        say(figure.row().strip());
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
