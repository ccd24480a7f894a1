package dev.ticketwire.quickstart.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the stream and resumes it where it was lost, for as long as it takes. */
public final class EventStream {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final StreamRequest request;
    private final Consumer<String> notices;
    private final Duration silence;
    private final EventParser parser = new EventParser();
    private boolean connectedOnce;
    private int failures;
    private long retryAfter;

    /** @param notices takes messages about lost connections */
    public EventStream(StreamRequest request, Consumer<String> notices) {
        this(request, notices, SILENCE);
    }

    EventStream(StreamRequest request, Consumer<String> notices, Duration silence) {
        this.request = request;
        this.notices = notices;
        this.silence = silence;
    }

    /**
     * Passes events to {@code sink} until that answers false.
     *
     * @throws StreamRefusedException if the gateway refuses, or cannot be reached the first time
     */
    public void read(Predicate<ServerSentEvent> sink) throws InterruptedException {
        HttpClient client = client();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        try {
            while (connect(client, timer, sink)) {
                TimeUnit.MILLISECONDS.sleep(pauseMillis());
            }
        } finally {
            timer.shutdownNow();
            // Not close(): it waits for the end of every request, and for one that was cut off that may never come.
            client.shutdownNow();
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** @return whether to connect again after the pause */
    private boolean connect(HttpClient client, ScheduledExecutorService timer, Predicate<ServerSentEvent> sink)
            throws InterruptedException {
        try (StreamConnection connection = new StreamConnection(accepted(client, timer), silence, timer)) {
            connectedOnce = true;
            failures = 0;
            parser.clear();
            return pass(connection, sink);
        } catch (IOException e) {
            return lost(e);
        }
    }

    private boolean pass(StreamConnection connection, Predicate<ServerSentEvent> sink) throws IOException {
        for (String line = connection.next(); line != null; line = connection.next()) {
            ServerSentEvent event = parser.read(line);
            if (event != null && !sink.test(event)) {
                return false;
            }
        }
        throw new IOException("the stream ended");
    }

    /** @throws IOException if the connection failed or the gateway says that it may work later */
    private HttpResponse<InputStream> accepted(HttpClient client, ScheduledExecutorService timer)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = answer(client);
        if (answer.statusCode() == 200) {
            return answer;
        }
        String text;
        try (StreamConnection connection = new StreamConnection(answer, silence, timer)) {
            text = explanation(answer.statusCode(), connection.rest());
        }
        boolean later = answer.statusCode() >= 500 || answer.statusCode() == TOO_MANY_REQUESTS;
        if (!later || !connectedOnce) {
            throw new StreamRefusedException(text);
        }
        retryAfter = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        throw new IOException(text);
    }

    private HttpResponse<InputStream> answer(HttpClient client) throws IOException, InterruptedException {
        try {
            return client.sendAsync(request.http(parser.id()), HttpResponse.BodyHandlers.ofInputStream())
                    .get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the gateway does not answer", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private boolean lost(IOException e) {
        if (!connectedOnce) {
            throw new StreamRefusedException("The gateway at " + request.gateway() + " cannot be reached.");
        }
        if (failures == 0) {
            notices.accept("The connection is lost (" + e.getMessage() + "); connecting again …");
        }
        failures++;
        return true;
    }

    /** Doubles with every failure, and is never shorter than the gateway asked for. */
    private long pauseMillis() {
        long backOff = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(10, failures - 1));
        long asked = TimeUnit.SECONDS.toMillis(retryAfter);
        retryAfter = 0;
        return Math.max(backOff, asked);
    }

    private static String explanation(int status, String body) {
        String otherwise = "The gateway answers " + status + ".";
        try {
            JsonNode problem = JSON.readTree(body);
            String detail = problem.path("detail").asText(problem.path("title").asText(otherwise));
            String oldest = problem.path("oldest").asText("");
            return detail + (oldest.isEmpty() ? "" : "\nThe oldest cursor is " + oldest);
        } catch (JsonProcessingException e) {
            return otherwise;
        }
    }

    /** Cursor from which to go on; null before the first event. */
    public @Nullable String cursor() {
        return parser.id();
    }
}
