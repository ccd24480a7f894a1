package dev.ticketwire.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One of the two suites, with the requests that are sent to it. */
final class CompareSuite implements AutoCloseable {
    private static final int NUMBERS = 20_000;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    final Path home;
    final SuiteEnvironment environment;
    final AsyncRequest create;
    final AsyncRequest accepted;
    final AsyncRequest update;
    final AsyncRequest get;
    final AsyncRequest search;
    final AsyncRequest list;
    final AsyncRequest statistics;
    private final Connection database;
    private final ServiceClient client;

    CompareSuite(Path home, String key) throws Exception {
        this.home = home;
        environment = SuiteEnvironment.only(home);
        database = environment.database();
        client = new ServiceClient(URI.create(environment.gateway()), key);
        List<String> numbers = TicketTables.someNumbers(database, NUMBERS);
        CreateRequests creates = new CreateRequests(client);
        create = creates;
        accepted = () -> client.postWithoutWaiting("/api/tickets.json", creates.json(), ACCEPTED);
        update = new UpdateRequests(client, numbers);
        get = new GetRequests(client, numbers);
        search = path("/api/tickets-search.php?limit=20", OK);
        list = path("/tickets", OK);
        statistics = path("/api/tickets-stats.php", OK);
    }

    private AsyncRequest path(String path, int expected) {
        return () -> client.get(path, expected);
    }

    /** What help desks do all day: most of it reads. */
    AsyncRequest mixed() {
        return () -> switch (ThreadLocalRandom.current().nextInt(10)) {
            case 0 -> create.send();
            case 1 -> update.send();
            case 2, 3 -> search.send();
            case 4 -> list.send();
            case 5 -> statistics.send();
            default -> get.send();
        };
    }

    /** Ten bulks of a thousand creates, per second. */
    double bulks() throws InterruptedException {
        return new BulkBenchmark(client).run().perSecond();
    }

    /** Waits until every accepted create is a ticket, so that the next measurement begins with a suite at rest. */
    void awaitTickets() throws Exception {
        long before;
        long now = TicketTables.tickets(database);
        do {
            before = now;
            Thread.sleep(1_000);
            now = TicketTables.tickets(database);
        } while (now != before);
    }

    long tickets() throws Exception {
        return TicketTables.tickets(database);
    }

    @Override
    public void close() throws Exception {
        client.close();
        database.close();
    }
}
