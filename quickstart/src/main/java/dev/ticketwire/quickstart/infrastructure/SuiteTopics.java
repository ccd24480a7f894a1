package dev.ticketwire.quickstart.infrastructure;

import static dev.ticketwire.quickstart.infrastructure.EmbeddedKafka.LONGEST_RECORD;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The suite's topics on a single broker. */
public final class SuiteTopics {
    private static final int PARTITIONS = 12;
    private static final List<NewTopic> ALL = List.of(
            topic(Topics.COMMANDS, Duration.ofDays(7)),
            topic(Topics.OUTCOMES, Duration.ofDays(1)),
            topic(Topics.DEAD_LETTERS, Duration.ofDays(30)),
            topic(Topics.AUDIT, Duration.ofDays(90)),
            shortLived(Topics.UNANSWERED, Duration.ofHours(1)),
            topic(Topics.TICKET_EVENTS, Duration.ofDays(30)),
            compacted(Topics.EVENT_CAPTURE));

    private SuiteTopics() {}

    private static NewTopic topic(String name, Duration kept) {
        return new NewTopic(name, PARTITIONS, (short) 1)
                .configs(Map.of(
                        "retention.ms", Long.toString(kept.toMillis()),
                        "max.message.bytes", Integer.toString(LONGEST_RECORD)));
    }

    /**
     * A topic that is read completely at every start. Its segments are closed, and so can be deleted, after a quarter
     * of an hour.
     */
    private static NewTopic shortLived(String name, Duration kept) {
        return new NewTopic(name, 1, (short) 1)
                .configs(Map.of("retention.ms", Long.toString(kept.toMillis()), "segment.ms", "900000"));
    }

    /**
     * A topic of which the newest record of each key is kept for good. It is written many times a second and read whole
     * at each start, so its segments are small and compacted soon.
     */
    private static NewTopic compacted(String name) {
        return new NewTopic(name, 1, (short) 1)
                .configs(Map.of(
                        "cleanup.policy", "compact",
                        "segment.bytes", "16777216",
                        "segment.ms", "900000",
                        "min.cleanable.dirty.ratio", "0.1",
                        "max.message.bytes", "8388608"));
    }

    /**
     * Creates missing topics; leaves existing ones unchanged.
     *
     * @throws IllegalStateException if the broker does not create them within half a minute
     */
    public static void create(String bootstrapServers) {
        try (Admin admin = EmbeddedKafka.admin(bootstrapServers)) {
            createMissing(admin);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topics could not be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("topics could not be made within half a minute", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void createMissing(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
        List<NewTopic> missing =
                ALL.stream().filter(topic -> !present.contains(topic.name())).toList();
        if (!missing.isEmpty()) {
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** @return the names of all topics that {@link #create} creates */
    static Stream<String> names() {
        return ALL.stream().map(NewTopic::name);
    }
}
