package dev.ticketwire.gateway.deadletter;

import dev.ticketwire.contract.command.CommandHeaders;
import dev.ticketwire.contract.message.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Reads and writes the dead-letter topic, the only store of dead letters: a letter is open until a record without a
 * value in its partition settles it. Every query reads the topic from its beginning; dead letters are rare. All methods
 * block and throw {@link KafkaException} while the broker is unavailable.
 */
@ApplicationScoped
class DeadLetterTopic {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** Headers that a replay drops: those of the request that waited then, and of the failure. */
    private static final List<String> OBSOLETE_HEADERS = List.of(
            CommandHeaders.CORRELATION, CommandHeaders.REPLY_PARTITION, CommandHeaders.REASON, CommandHeaders.REPLAY);

    /** Connection settings. */
    private final Map<String, Object> kafka;

    DeadLetterTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** The open letters, the oldest first. */
    List<DeadLetter> open() {
        Map<String, DeadLetter> open = new LinkedHashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            readAll(consumer, record -> update(open, record));
        }
        return open.values().stream()
                .sorted(Comparator.comparingLong(DeadLetter::failedAt).thenComparing(DeadLetter::id))
                .toList();
    }

    private static void update(Map<String, DeadLetter> open, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            open.remove(DeadLetter.id(record.headers()));
        } else {
            DeadLetter letter = DeadLetter.of(record);
            open.put(letter.id(), letter);
        }
    }

    /** The encoded command of {@code letter}. */
    byte[] command(DeadLetter letter) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return record(consumer, letter).value();
        }
    }

    /** Publishes the commands again and settles their letters. A command that fails again becomes a new letter. */
    void replay(List<DeadLetter> letters) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            for (DeadLetter letter : letters) {
                ConsumerRecord<byte[], byte[]> source = record(consumer, letter);
                RecordHeaders headers = new RecordHeaders(source.headers());
                OBSOLETE_HEADERS.forEach(headers::remove);
                add(headers, CommandHeaders.REPLAY, "true");
                send(producer, new ProducerRecord<>(Topics.COMMANDS, null, source.key(), source.value(), headers));
                settle(producer, source, "replayed");
            }
        }
    }

    void discard(DeadLetter letter) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            settle(producer, record(consumer, letter), "discarded");
        }
    }

    private static void settle(
            KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> letter, String how) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, CommandHeaders.ID, DeadLetter.id(letter.headers()));
        add(headers, CommandHeaders.SETTLED, how);
        send(producer, new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), null, headers));
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> sent) {
        try {
            producer.send(sent).get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> record(KafkaConsumer<byte[], byte[]> consumer, DeadLetter letter) {
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS, letter.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, letter.offset());
        return poll(consumer).getFirst();
    }

    private static void readAll(
            KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> letters) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(Topics.DEAD_LETTERS, TIMEOUT)
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition, TIMEOUT) < ends.getOrDefault(partition, 0L))) {
            poll(consumer).forEach(letters);
        }
    }

    /** At least one record, because it is only called when there is one. */
    private static List<ConsumerRecord<byte[], byte[]>> poll(KafkaConsumer<byte[], byte[]> consumer) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(TIMEOUT).forEach(records::add);
        if (records.isEmpty()) {
            throw new TimeoutException("the broker sent nothing within " + TIMEOUT);
        }
        return records;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dead-letter-reader");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "dead-letter-writer");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 72 << 20);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 80L << 20);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000L);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
