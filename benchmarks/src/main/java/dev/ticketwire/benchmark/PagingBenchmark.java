package dev.ticketwire.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all tickets page by page through the gateway during writes, and counts missed and repeated tickets. */
final class PagingBenchmark {
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Connection connection;
    private final URI gateway;
    private final String key;

    PagingBenchmark(Connection connection, URI gateway, String key) {
        this.connection = connection;
        this.gateway = gateway;
        this.key = key;
    }

    /** Oldest first and newest first. Missed, repeated and refused tickets count as failed. */
    List<Measurement> run(AsyncRequest write, double perSecond) throws Exception {
        return List.of(run("created", write, perSecond), run("-created", write, perSecond));
    }

    private Measurement run(String sort, AsyncRequest write, double perSecond) throws Exception {
        Writers writers = new Writers(write, perSecond);
        Set<String> before = numbers();
        Walk walk = walk("/tickets?limit=100&sort=" + sort);
        long written = writers.stop();
        Set<String> missed = new HashSet<>(before);
        missed.removeAll(walk.seen);
        missed.retainAll(numbers());
        String what = String.format(
                "by %s: %d tickets, %d missed, %d twice; %d writes, %.0f per second",
                sort, walk.seen.size(), missed.size(), walk.twice, written, written / (writers.nanos() / 1e9));
        long failed = missed.size() + walk.twice + writers.failed.sum();
        return walk.latencies
                .measurement("paging.by" + sort, what, Duration.ofNanos(walk.nanos))
                .failing(failed);
    }

    private Set<String> numbers() throws Exception {
        return new HashSet<>(
                TicketTables.column(connection, "SELECT number FROM " + TicketTables.prefix(connection) + "ticket"));
    }

    private Walk walk(String first) throws IOException, InterruptedException {
        Walk walk = new Walk();
        long start = System.nanoTime();
        for (URI page = gateway.resolve(first); page != null; ) {
            page = read(page, walk);
        }
        walk.nanos = System.nanoTime() - start;
        return walk;
    }

    /** @return the next page, null after the last */
    private @Nullable URI read(URI page, Walk walk) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("X-API-Key", key).build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        walk.latencies.answered(answer.statusCode() == 200, System.nanoTime() - begin);
        walk.add(answer.body());
        Matcher next = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        return next.find() ? URI.create(next.group(1)) : null;
    }

    private static final class Walk {
        private final LatencyRecorder latencies = new LatencyRecorder();
        private final Set<String> seen = new HashSet<>();
        private long twice;
        private long nanos;

        private void add(String page) {
            Matcher number = NUMBER.matcher(page);
            while (number.find()) {
                twice += seen.add(number.group(1)) ? 0 : 1;
            }
        }
    }

    /** Writers at a fixed rate, until they are stopped. */
    private static final class Writers {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final LongAdder applied = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final long start = System.nanoTime();
        private long end;

        private Writers(AsyncRequest write, double perSecond) {
            var unused =
                    clock.scheduleAtFixedRate(() -> once(write), 0, (long) (1e9 / perSecond), TimeUnit.NANOSECONDS);
        }

        private void once(AsyncRequest write) {
            var unused = write.send()
                    .whenComplete((expected, error) -> (error == null && expected ? applied : failed).increment());
        }

        /** @return number of applied writes */
        private long stop() throws InterruptedException {
            clock.shutdown();
            if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the writers did not end");
            }
            end = System.nanoTime();
            return applied.sum();
        }

        private long nanos() {
            return end - start;
        }
    }
}
