package dev.ticketwire.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Observes the gateway and the database while the suite is overloaded. */
final class OverloadProbe {
    private static final long SETTLED = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(10);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Connection database;
    private final Path home;
    private final URI metrics;

    /**
     * @param home of the suite, with the gateway's process id
     * @param metrics of the gateway
     */
    OverloadProbe(Connection database, Path home, URI metrics) {
        this.database = database;
        this.home = home;
        this.metrics = metrics;
    }

    /**
     * Waits until all promised tickets are stored, or the number stops growing.
     *
     * @return number of stored tickets, which may include creates that got a 503
     */
    long kept(String subject, long promised) throws SQLException {
        long begin = System.nanoTime();
        long since = begin;
        long last = -1;
        while (true) {
            long now = System.nanoTime();
            long count = tickets(subject);
            if (count != last) {
                last = count;
                since = now;
            }
            long settled = count >= promised ? SETTLED : 6 * SETTLED;
            if (now - since > settled || now - begin > LONGEST_WAIT) {
                return Math.min(count, promised);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private long tickets(String subject) throws SQLException {
        String sql = "SELECT COUNT(*) FROM " + TicketTables.prefix(database) + "ticket__cdata WHERE subject = ?";
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** @return number of requests that were answered early with a receipt */
    long shed() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(metrics).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("ticketwire_commands_shed_total"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    /** @return the gateway's resident memory in MB */
    long memory() throws IOException {
        String pid =
                Files.readString(home.resolve("pids").resolve("gateway.pid")).strip();
        return Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
