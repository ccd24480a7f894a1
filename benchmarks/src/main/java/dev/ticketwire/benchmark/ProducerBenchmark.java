package dev.ticketwire.benchmark;

import dev.ticketwire.contract.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Measures what the broker takes of records like commands, acknowledged by all replicas, from one producer with the
 * gateway's settings, whose 64 callers each wait for the acknowledgement of one record before they send the next: the
 * most that the gateway could accept for 64 callers.
 */
final class ProducerBenchmark {
    private static final String TOPIC = "ticketwire.benchmark";
    private static final int PARTITIONS = 12;
    private static final int CALLERS = 64;

    private ProducerBenchmark() {}

    static Measurement run(String bootstrap, MeasuringTime span) throws Exception {
        int size = averageCommand(bootstrap);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            try (var producer =
                    new KafkaProducer<>(producing(bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
                String what = "create, bare producer, " + CALLERS + " callers, " + size + " bytes";
                return ClosedLoop.run("create.limit.kafka", what, () -> send(producer, size), CALLERS, span);
            } finally {
                admin.deleteTopics(List.of(TOPIC)).all().get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static CompletionStage<Boolean> send(KafkaProducer<byte[], byte[]> producer, int size) {
        byte[] value = new byte[size];
        ThreadLocalRandom.current().nextBytes(value);
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(TOPIC, value), (metadata, error) -> sent.complete(error == null));
        return sent;
    }

    private static Properties producing(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "131072");
        return properties;
    }

    /** Mean size of the newest commands: key, headers and value, bytes. */
    private static int averageCommand(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.COMMANDS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - 50)));
            List<Integer> sizes = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(5)).forEach(record -> sizes.add(size(record)));
            return (int) sizes.stream()
                    .mapToInt(i -> i)
                    .average()
                    .orElseThrow(() -> new IllegalStateException(
                            "There are no commands yet to take the size from: run create first."));
        }
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        int size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (var header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }
}
