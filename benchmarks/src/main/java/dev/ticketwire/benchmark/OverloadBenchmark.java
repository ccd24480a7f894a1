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
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Creates at three times the rate that the suite carries, whatever the answers say, of callers who wait a second for what becomes
 * of theirs and then take a receipt: what is answered with what, how long the accepted ones take, how many had to leave before
 * their time, whether every accepted one becomes a ticket, and what memory the gateway takes.
 */
final class OverloadBenchmark {
    private static final int TIMES = 3;
    /** More unanswered ones than this are not sent: each has a connection of its own, and a process may open 20,000 files. */
    static final int MOST_UNANSWERED = 15_000;

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final long SETTLED = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(10);

    private final Connection database;
    private final ServiceClient gateway;
    private final Path home;
    private final URI metrics;
    private final String run = "overload " + UUID.randomUUID();
    private final Map<Integer, LongAdder> answers = new TreeMap<>();
    private final Histogram accepted = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder unsent = new LongAdder();
    private long mostMemory;

    /** @param metrics where the gateway tells its figures */
    OverloadBenchmark(Connection database, ServiceClient gateway, Path home, URI metrics) {
        this.metrics = metrics;
        this.database = database;
        this.gateway = gateway;
        this.home = home;
    }

    /**
     * @param most creates per second that the suite carries
     * @param lasting how long it is overloaded
     * @return what happened, for people
     */
    String measured(double most, Duration lasting) throws Exception {
        long before = memory();
        long shedBefore = shed();
        send(most * TIMES, lasting);
        long promised = answered(201) + answered(202);
        long kept = kept(promised);
        return String.format(
                "%.0f creates per second for %d s, %d not sent as %d were unanswered; answers %s, %d of them shed;%n"
                        + "accepted: p50 %.0f ms, p99 %.0f ms, max %.0f ms; %d of %d accepted became tickets (%.3f %%);%n"
                        + "gateway %d MB before, %d MB at most, %d MB after",
                most * TIMES,
                lasting.toSeconds(),
                unsent.sum(),
                MOST_UNANSWERED,
                answers,
                shed() - shedBefore,
                accepted.getValueAtPercentile(50) / 1000.0,
                accepted.getValueAtPercentile(99) / 1000.0,
                accepted.getMaxValue() / 1000.0,
                kept,
                promised,
                promised == 0 ? 0 : 100.0 * kept / promised,
                before,
                mostMemory,
                memory());
    }

    private long answered(int status) {
        synchronized (answers) {
            return answers.getOrDefault(status, new LongAdder()).sum();
        }
    }

    private void send(double perSecond, Duration lasting) throws Exception {
        Semaphore unanswered = new Semaphore(MOST_UNANSWERED);
        double gap = 1e9 / perSecond;
        long start = System.nanoTime();
        long lookAgain = start;
        for (long i = 0; i * gap < lasting.toNanos(); i++) {
            long due = start + (long) (i * gap);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (due > lookAgain) {
                mostMemory = Math.max(mostMemory, memory());
                lookAgain = due + TimeUnit.SECONDS.toNanos(1);
            }
            if (!unanswered.tryAcquire()) {
                unsent.increment();
                continue;
            }
            var unused = gateway.status("/tickets", json(i)).whenComplete((status, failure) -> {
                count(failure == null ? status : 0);
                if (failure == null && (status == 201 || status == 202)) {
                    accepted.recordValue(Math.clamp((System.nanoTime() - due) / 1000, 0, LONGEST_MICROS));
                }
                unanswered.release();
            });
        }
        if (!unanswered.tryAcquire(MOST_UNANSWERED, 2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("answers are missing two minutes after the last request");
        }
        mostMemory = Math.max(mostMemory, memory());
    }

    private void count(int status) {
        synchronized (answers) {
            answers.computeIfAbsent(status, s -> new LongAdder()).increment();
        }
    }

    private String json(long i) {
        return "{\"name\":\"Ola Overload\",\"email\":\"overload" + i % 500 + "@example.org\",\"subject\":\"" + run
                + "\"," + "\"message\":\"" + SampleText.of(CreateRequests.MESSAGE_LENGTH) + "\"}";
    }

    /** Tickets of this run, once as many are there as were promised, or no more come. */
    private long kept(long promised) throws SQLException {
        long begin = System.nanoTime();
        long last = -1;
        long since = begin;
        while (true) {
            long now = System.nanoTime();
            long count = tickets();
            if (count != last) {
                last = count;
                since = now;
            }
            boolean isStill = now - since > SETTLED;
            if (count >= promised && isStill || isStill && now - since > 6 * SETTLED || now - begin > LONGEST_WAIT) {
                // Those that were refused without certainty may have been stored, too.
                return Math.min(count, promised);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    /** Requests that were answered before their time, so that others find room. */
    private long shed() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String figures = client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return figures.lines()
                    .filter(line -> line.startsWith("ticketwire_commands_shed_total"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    private long tickets() throws SQLException {
        String sql = "SELECT COUNT(*) FROM ost_ticket__cdata WHERE subject = ?";
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, run);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The gateway's resident memory in MB. */
    private long memory() throws IOException {
        String pid =
                Files.readString(home.resolve("pids").resolve("gateway.pid")).strip();
        return Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
