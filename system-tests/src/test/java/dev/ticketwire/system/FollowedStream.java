package dev.ticketwire.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ticketwire.quickstart.watch.EventStream;
import dev.ticketwire.quickstart.watch.ServerSentEvent;
import dev.ticketwire.quickstart.watch.StreamRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The stream as one key follows it, in the background. */
final class FollowedStream {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<ServerSentEvent> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final EventStream stream;
    private final int most;

    /**
     * @param after cursor
     * @param number only events of this ticket
     * @param most after so many it leaves
     */
    FollowedStream(RunningSuite suite, String key, String after, String number, int most) {
        this.most = most;
        this.stream = new EventStream(
                new StreamRequest(suite.gateway(), key, Map.of("number", List.of(number)), after), notice -> {});
        Thread.ofPlatform().daemon().start(this::follow);
    }

    private void follow() {
        try {
            stream.read(event -> {
                events.add(event);
                return events.size() < most;
            });
            ended.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /** Completed when it has left, exceptionally when it was refused. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    List<ServerSentEvent> events() {
        return List.copyOf(events);
    }

    List<String> ids() {
        return events.stream().map(FollowedStream::id).toList();
    }

    private static String id(ServerSentEvent event) {
        try {
            JsonNode json = JSON.readTree(event.data());
            return json.path("id").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
