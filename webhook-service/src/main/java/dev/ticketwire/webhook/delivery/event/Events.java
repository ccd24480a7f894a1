package dev.ticketwire.webhook.delivery.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ticketwire.webhook.delivery.event.EventReader.Chunk;
import dev.ticketwire.webhook.delivery.event.EventReader.Gone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Events by their place: recent ones from memory, others from Kafka, all that are asked for at the same time in one
 * pass through the topic. Thread-safe.
 */
public final class Events implements AutoCloseable {
    /** Objects of one event besides its bytes, roughly. */
    private static final int OVERHEAD = 500;

    private final Cache<Place, Event> recent;
    private final BlockingQueue<Wanted> wanted = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final EventReader reader;

    /** A question. Completes with null if the event is gone. */
    private record Wanted(Place place, CompletableFuture<@Nullable Event> answer) {}

    public Events(TopicClients clients, EventSettings settings) {
        this.recent = Caffeine.newBuilder()
                .maximumWeight(settings.recentBytes())
                .weigher((Place place, Event event) -> event.json().length + OVERHEAD)
                .executor(Runnable::run)
                .build();
        this.reader = new EventReader(clients, "webhooks-bodies", settings.timeout());
        this.thread = Thread.ofPlatform().daemon().name("webhook-events").start(this::run);
    }

    /** Keeps an event in memory that will soon be asked for. */
    public void remember(Event event) {
        recent.put(event.place(), event);
    }

    /**
     * Finds an event. Blocks the calling thread: not for event loops.
     *
     * @return null if it is no longer in the topic
     * @throws KafkaException while Kafka does not answer
     */
    public @Nullable Event at(Place place) {
        Event known = recent.getIfPresent(place);
        if (known != null) {
            return known;
        }
        Wanted question = new Wanted(place, new CompletableFuture<>());
        wanted.add(question);
        try {
            return question.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private void run() {
        List<Wanted> questions = new ArrayList<>();
        try {
            while (true) {
                questions.add(wanted.take());
                wanted.drainTo(questions);
                answer(questions);
                questions.clear();
            }
        } catch (InterruptedException | InterruptException e) {
            // Kafka sets the mark again, and its close would fail.
            Thread.interrupted();
            questions.addAll(wanted);
            questions.forEach(question -> question.answer().completeExceptionally(new KafkaException("stopping")));
            reader.close();
        }
    }

    private void answer(List<Wanted> questions) {
        try {
            Map<Place, @Nullable Event> found = new TreeMap<>();
            questions.stream().map(Wanted::place).sorted().forEach(place -> find(place, found));
            questions.forEach(question -> question.answer().complete(found.get(question.place())));
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            reader.close();
            questions.forEach(question -> question.answer().completeExceptionally(e));
        }
    }

    private void find(Place place, Map<Place, @Nullable Event> found) {
        Event known = found.containsKey(place) ? found.get(place) : recent.getIfPresent(place);
        if (known == null) {
            read(place, found);
        } else {
            found.put(place, known);
        }
    }

    /** Also those that follow: whoever waits for one event often waits for the next. */
    private void read(Place place, Map<Place, @Nullable Event> found) {
        try {
            Chunk chunk = reader.read(place.partition(), place.offset(), Long.MAX_VALUE);
            for (Event event : chunk.events()) {
                recent.put(event.place(), event);
                if (event.place().equals(place)) {
                    found.put(place, event);
                }
            }
        } catch (Gone e) {
            found.putIfAbsent(place, null);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
