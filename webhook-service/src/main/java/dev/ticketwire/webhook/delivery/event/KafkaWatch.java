package dev.ticketwire.webhook.delivery.event;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks Kafka for the topic now and then, so that readiness can tell whether it answers. */
public final class KafkaWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Duration patience;
    private final Admin admin;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-kafka-watch").factory());
    private volatile long answeredAt;
    private volatile @Nullable String problem = "the topic of events has not been read yet";

    public KafkaWatch(TopicClients clients, EventSettings settings) {
        this.patience = settings.patience();
        this.admin = clients.admin();
        watcher.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            admin.describeTopics(List.of(Topics.TICKET_EVENTS))
                    .allTopicNames()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            answeredAt = System.nanoTime();
            problem = null;
        } catch (ExecutionException e) {
            failed("Kafka does not answer: " + e.getMessage());
        } catch (java.util.concurrent.TimeoutException e) {
            failed("Kafka does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String why) {
        if (System.nanoTime() - answeredAt > patience.toNanos() || problem != null) {
            problem = why;
        }
    }

    /** What is wrong; null if Kafka answers. */
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }
}
