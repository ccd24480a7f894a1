package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.event.EventReader;
import dev.ticketwire.webhook.delivery.event.EventReader.Chunk;
import dev.ticketwire.webhook.delivery.event.EventReader.Gone;
import dev.ticketwire.webhook.delivery.event.TopicClients;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Tells subscriptions that are behind their partition what they have not been told yet, a piece of the topic at a time,
 * in turn. Those at about the same place go on together. On a thread of its own.
 */
final class CatchUp implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final CatchUpStore store;
    private final Map<Integer, OwnedPartition> owned;
    private final Duration every;
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("webhook-catch-up").unstarted(this::run);
    private final EventReader reader;

    /** @param owned the partitions of this process, concurrent */
    CatchUp(CatchUpStore store, Map<Integer, OwnedPartition> owned, TopicClients clients, Duration every) {
        this.store = store;
        this.owned = owned;
        this.reader = new EventReader(clients, "webhooks-catch-up", TIMEOUT);
        this.every = every;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!tryAll()) {
                    Thread.sleep(every);
                }
            }
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
            LOG.trace("the end", e);
        } finally {
            Thread.interrupted();
            reader.close();
        }
    }

    /** @return whether there may be more to do at once */
    private boolean tryAll() throws InterruptedException {
        try {
            return all(owned.values());
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            throw e;
        } catch (KafkaException | SQLException e) {
            LOG.debugf("subscriptions that are behind wait: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("subscriptions that are behind wait", e);
        }
        reader.close();
        Thread.sleep(PAUSE);
        return false;
    }

    private boolean all(Collection<OwnedPartition> partitions) throws SQLException {
        boolean isBusy = false;
        for (OwnedPartition partition : partitions) {
            isBusy |= one(partition);
        }
        return isBusy;
    }

    private boolean one(OwnedPartition partition) throws SQLException {
        Map<Integer, Long> behind = store.behind(partition);
        if (behind.isEmpty()) {
            return false;
        }
        List<Integer> ids = List.copyOf(new TreeMap<>(behind).keySet());
        int first = ids.get(Math.floorMod(turn.getAndIncrement(), ids.size()));
        long from = behind.getOrDefault(first, 0L);
        try {
            Chunk chunk = reader.read(partition.id(), from, partition.next());
            Map<Integer, Long> together = new HashMap<>(behind);
            together.values().removeIf(position -> position < from || position >= chunk.next());
            store.write(partition, together, chunk);
        } catch (Gone e) {
            store.missed(partition, behind, e.beginning());
        }
        return true;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
