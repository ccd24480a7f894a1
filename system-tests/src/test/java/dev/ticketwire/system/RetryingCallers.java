package dev.ticketwire.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Clients that open tickets as the documentation tells them to: a request that was answered with an error, or not at
 * all, is repeated with the same {@code Idempotency-Key} until it is accepted.
 */
final class RetryingCallers {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final URI gateway;
    private final String run;
    private final String preference;
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * What the gateway promised.
     *
     * @param number of the ticket; empty if it answered with a receipt
     * @param receipt empty if it answered with the number
     */
    record Accepted(String subject, String number, String receipt) {}

    /**
     * @param name begins the subject of each ticket, with something that no other run has
     * @param preference value of the header {@code Prefer}
     */
    RetryingCallers(RunningSuite suite, String name, String preference) {
        this.gateway = suite.gateway();
        this.run = name + " " + UUID.randomUUID();
        this.preference = preference;
    }

    /** What all subjects of this run begin with. */
    String subjects() {
        return run;
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    int acceptedSoFar() {
        return accepted.size();
    }

    /** How many were begun. */
    int begunSoFar() {
        return begun.get();
    }

    /** How often a request had to be sent again. */
    int repeats() {
        return repeats.get();
    }

    /**
     * Opens one ticket after the other on {@code inFlight} connections, as long as {@code more} of the next one's
     * index.
     *
     * @throws java.util.concurrent.CompletionException if the gateway refuses one, which no repetition would mend
     */
    void openWhile(int inFlight, IntPredicate more) {
        openWhile(inFlight, Integer.MAX_VALUE, more);
    }

    /** As above, but only {@code tickets} different ones, again and again. */
    void openWhile(int inFlight, int tickets, IntPredicate more) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> connections = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = begun.getAndIncrement(); more.test(i); i = begun.getAndIncrement()) {
                                    open(run + " #" + i % tickets);
                                }
                            },
                            threads))
                    .limit(inFlight)
                    .toList();
            CompletableFuture.allOf(connections.toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    /** Opens one ticket; returns when it is accepted. */
    void open(String subject) {
        HttpRequest request = create(subject);
        while (true) {
            HttpResponse<String> answer = answer(request);
            if (answer != null && (answer.statusCode() == CREATED || answer.statusCode() == ACCEPTED)) {
                accepted.add(promise(subject, answer));
                return;
            }
            if (answer != null && answer.statusCode() < 500) {
                throw new IllegalStateException("refused: " + answer.statusCode() + " " + answer.body());
            }
            repeats.incrementAndGet();
            LockSupport.parkNanos(PAUSE);
        }
    }

    private HttpRequest create(String subject) {
        int requester = Math.floorMod(subject.hashCode(), 50);
        String body = """
                {"name":"Caller %1$d","email":"caller-%1$d@example.org","subject":"%2$s","message":"About %2$s"}""".formatted(requester, subject);
        return HttpRequest.newBuilder(gateway.resolve("/api/tickets.json"))
                .timeout(Duration.ofSeconds(40))
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", subject)
                .header("Prefer", preference)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Null: the connection broke, or nobody was there. */
    private @Nullable HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Accepted promise(String subject, HttpResponse<String> answer) {
        if (answer.statusCode() == CREATED) {
            return new Accepted(subject, answer.body(), "");
        }
        Matcher matcher = RECEIPT.matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException("202 without a receipt: " + answer.body());
        }
        return new Accepted(subject, "", matcher.group(1));
    }
}
