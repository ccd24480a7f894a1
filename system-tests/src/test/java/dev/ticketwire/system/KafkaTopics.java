package dev.ticketwire.system;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The suite's broker: what waits on it, and what was given up. */
final class KafkaTopics {
    private static final String WORKERS = "ticket-command-service.apply";
    private static final int PARTITIONS = 12;

    private final Map<String, Object> settings;

    /** @param id empty where the record carried none */
    record DeadLetter(String id, String reason, byte[] value) {}

    KafkaTopics(RunningSuite suite) {
        this.settings = Map.of("bootstrap.servers", suite.kafka());
    }

    /** @return how many records of the commands topic the command service has not finished */
    long lag() throws Exception {
        List<TopicPartition> partitions = partitions(Topics.COMMANDS);
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(WORKERS)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(partitions.stream()
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(done.get(end.getKey())))
                    .sum();
        }
    }

    private static long offset(@Nullable OffsetAndMetadata metadata) {
        return metadata == null ? 0 : metadata.offset();
    }

    /** All letters, also settled ones: the records that settle them, which have no value, are left out. */
    List<DeadLetter> deadLetters() {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(Topics.DEAD_LETTERS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<DeadLetter> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.value() != null) {
                        found.add(deadLetter(record));
                    }
                });
            }
            return found;
        }
    }

    private static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(header(record, CommandHeaders.ID), header(record, CommandHeaders.REASON), record.value());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Puts bytes among the commands, as no gateway of ours would. */
    void sendAsCommand(byte[] value, Map<String, String> headers) throws Exception {
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.COMMANDS, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }
}
