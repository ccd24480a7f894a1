package dev.ticketwire.event.feed;

import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.setup.topics.SuiteTopics;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The feed's topics in a test's broker, and what consumers see of them. */
final class FeedTopics {
    private static final List<String> NAMES = List.of(Topics.TICKET_EVENTS, Topics.EVENT_CAPTURE);

    private FeedTopics() {}

    /** Of a Quarkus test the broker is a setting: the class that started it is another one than the test's. */
    static String bootstrapServers() {
        return ConfigProvider.getConfig()
                .getOptionalValue("test.kafka", String.class)
                .orElseGet(TestInfrastructure::bootstrapServers);
    }

    static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    /** Makes both topics anew, empty. */
    static void renew() {
        try (Admin admin = Admin.create(kafka())) {
            admin.deleteTopics(NAMES).all().get();
            Awaitility.await()
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(NAMES::contains));
            SuiteTopics.create(bootstrapServers());
            Awaitility.await().until(() -> admin.listTopics().names().get().containsAll(NAMES));
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record as a consumer of committed records sees it. */
    record Published(
            CloudEvent event,
            int partition,
            long offset,
            @Nullable String key) {
        String type() {
            return event.getType();
        }

        String text() {
            return new String(event.getData().toBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All events that are visible now, in the order of their partitions and offsets. */
    static List<Published> events() {
        List<Published> events = new ArrayList<>();
        read(Topics.TICKET_EVENTS, record -> events.add(published(record)));
        return events;
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        try {
            return new Published(TicketEventRecords.event(record), record.partition(), record.offset(), record.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest value of a state, as JSON; null if there is none. */
    static @Nullable String state(String key) {
        Map<String, String> newest = new HashMap<>();
        read(
                Topics.EVENT_CAPTURE,
                record -> newest.put(record.key(), new String(record.value(), StandardCharsets.UTF_8)));
        return newest.get(key);
    }

    /** Overwrites a state. */
    static void store(String key, String value) {
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.EVENT_CAPTURE, 0, key, value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void read(String topic, java.util.function.Consumer<ConsumerRecord<String, byte[]>> record) {
        Map<String, Object> settings = new HashMap<>(kafka());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (end.entrySet().stream().anyMatch(one -> consumer.position(one.getKey()) < one.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(record);
            }
        }
    }
}
