package dev.ticketwire.event.stream;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.testsupport.TestIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client of the stream, which keeps its blocks. */
final class TestStream implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private volatile boolean isEnded;

    /** @param comment null if it has none, like the others */
    record Block(
            @Nullable String id,
            @Nullable String event,
            @Nullable String data,
            @Nullable String comment) {
        static Block of(String text) {
            return new Block(field(text, "id: "), field(text, "event: "), field(text, "data: "), field(text, ": "));
        }

        private static @Nullable String field(String text, String start) {
            return text.lines()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse(null);
        }
    }

    private TestStream(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    static TestStream open(URI events, String query, @Nullable String lastId, Identity caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(events + query))
                .header("Accept", "text/event-stream")
                .header(Identity.HEADER, TestIdentity.token("event-service", caller));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            HttpResponse<InputStream> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " "
                        + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            return new TestStream(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        StringBuilder block = new StringBuilder();
        try (var lines =
                new java.io.BufferedReader(new java.io.InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    blocks.add(Block.of(block.toString()));
                    block.setLength(0);
                } else {
                    block.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            // Cut off; what came before counts.
        }
        isEnded = true;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Block> events() {
        return blocks.stream().filter(block -> block.data() != null).toList();
    }

    /** Waits for so many events. */
    List<Block> events(int number) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> events().size() >= number);
        return events();
    }

    String lastId() {
        return blocks.stream()
                .map(Block::id)
                .filter(java.util.Objects::nonNull)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    boolean isEnded() {
        return isEnded;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
