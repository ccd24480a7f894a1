package dev.ticketwire.sample;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Reads events and hands each to a handler, once per id. Offsets are committed after the handler has returned for all
 * events of a poll: a crash repeats events, and loses none.
 */
final class EventLoop implements Runnable {
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final int REMEMBERED = 100_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final Consumer<CloudEvent> handler;
    private final SeenIds seen = new SeenIds(REMEMBERED);
    private volatile boolean running = true;

    EventLoop(KafkaConsumer<String, byte[]> consumer, String topic, Consumer<CloudEvent> handler) {
        this.consumer = consumer;
        this.topic = topic;
        this.handler = handler;
    }

    /**
     * Runs until {@link #stop}. An exception of the handler ends it without a commit: started again, it goes on with the
     * same events.
     */
    @Override
    public void run() {
        // Partitions are taken away only within poll(), when everything polled before is committed.
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (running) {
                var records = consumer.poll(LONGEST_POLL);
                records.forEach(this::handle);
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        }
    }

    /** Ends {@link #run} after the current poll; its events are handled and committed. For any thread. */
    void stop() {
        running = false;
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalStateException e) {
            System.err.println("Skipped partition " + record.partition() + ", offset " + record.offset()
                    + ", which is no CloudEvent: " + e.getMessage());
            return;
        }
        if (!seen.contains(event.getId())) {
            handler.accept(event);
            seen.add(event.getId());
        }
    }
}
