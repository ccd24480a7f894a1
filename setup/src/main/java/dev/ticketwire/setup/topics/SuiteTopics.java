package dev.ticketwire.setup.topics;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the suite's topics. Never changes or deletes one that exists. */
public final class SuiteTopics {
    /** The longest record in bytes: the API's 64 MiB and room for its envelope. */
    public static final int LONGEST_RECORD = 65 * 1024 * 1024;

    private static final int PARTITIONS = 12;
    private static final int LIMIT_SECONDS = 30;
    private static final List<Topic> ALL = List.of(
            topic(Topics.COMMANDS, Duration.ofDays(7)),
            topic(Topics.OUTCOMES, Duration.ofDays(1)),
            topic(Topics.DEAD_LETTERS, Duration.ofDays(30)),
            topic(Topics.AUDIT, Duration.ofDays(90)),
            shortLived(Topics.UNANSWERED, Duration.ofHours(1)),
            topic(Topics.TICKET_EVENTS, Duration.ofDays(30)),
            compacted(Topics.EVENT_CAPTURE));

    private SuiteTopics() {}

    private record Topic(String name, int partitions, Map<String, String> settings) {
        NewTopic on(Replication replication) {
            Map<String, String> all = new HashMap<>(settings);
            all.put("min.insync.replicas", Short.toString(replication.minInSync()));
            return new NewTopic(name, partitions, replication.factor()).configs(all);
        }
    }

    private static Topic topic(String name, Duration kept) {
        return new Topic(
                name,
                PARTITIONS,
                Map.of(
                        "retention.ms", Long.toString(kept.toMillis()),
                        "max.message.bytes", Integer.toString(LONGEST_RECORD)));
    }

    /**
     * A topic that is read completely at every start. Its segments are closed, and so can be deleted, after a quarter
     * of an hour.
     */
    private static Topic shortLived(String name, Duration kept) {
        return new Topic(name, 1, Map.of("retention.ms", Long.toString(kept.toMillis()), "segment.ms", "900000"));
    }

    /**
     * A topic of which the newest record of each key is kept for good. It is written many times a second and read whole
     * at each start, so its segments are small and compacted soon.
     */
    private static Topic compacted(String name) {
        return new Topic(
                name,
                1,
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.bytes", "16777216",
                        "segment.ms", "900000",
                        "min.cleanable.dirty.ratio", "0.1",
                        "max.message.bytes", "8388608"));
    }

    /** As {@link #create(Map, Replication)}, on a single broker without encryption or authentication. */
    public static void create(String bootstrapServers) {
        create(Map.of("bootstrap.servers", bootstrapServers), Replication.NONE);
    }

    /**
     * Creates missing topics; leaves existing ones unchanged.
     *
     * @param client settings of Kafka's admin client
     * @return the names of those that were created
     * @throws IllegalStateException if the broker does not create them within half a minute
     */
    public static List<String> create(Map<String, String> client, Replication replication) {
        try (Admin admin = BrokerClient.of(client)) {
            return createMissing(admin, replication);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be created: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The topics could not be created within half a minute.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> createMissing(Admin admin, Replication replication)
            throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> present = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = topics(replication).stream()
                .filter(topic -> !present.contains(topic.name()))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            await(created);
        }
        return missing.stream().map(NewTopic::name).toList();
    }

    /** Another setup may have created it in the meantime. */
    private static void await(KafkaFuture<Void> created)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            created.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** @return all topics, with partitions and settings */
    public static List<NewTopic> topics(Replication replication) {
        return ALL.stream().map(topic -> topic.on(replication)).toList();
    }
}
