package dev.ticketwire.event.stream;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events to the topic in transactions, as the feed does. */
final class EventTopic implements AutoCloseable {
    private static final int PARTITIONS = 12;

    private final Map<String, Object> broker;
    private final KafkaProducer<String, byte[]> producer;

    EventTopic(String bootstrap) {
        broker = Map.of("bootstrap.servers", bootstrap);
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "event-stream-test");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** In one transaction. */
    void send(List<TicketEvent> events) {
        producer.beginTransaction();
        events.forEach(event ->
                producer.send(TicketEventRecords.record(TestEvents.codec().cloudEvent(event))));
        producer.commitTransaction();
    }

    void send(TicketEvent... events) {
        send(List.of(events));
    }

    void sendAndAbort(TicketEvent event) {
        producer.beginTransaction();
        producer.send(TicketEventRecords.record(TestEvents.codec().cloudEvent(event)));
        producer.flush();
        producer.abortTransaction();
    }

    /** To every partition. */
    void sendGap(TicketEvent gap) {
        producer.beginTransaction();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(TicketEventRecords.record(TestEvents.codec().cloudEvent(gap), partition));
        }
        producer.commitTransaction();
    }

    void sendRubbish() {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topics.TICKET_EVENTS, "x", new byte[] {1, 2, 3}));
        producer.commitTransaction();
    }

    /** As if they had become too old. */
    void deleteAll() throws Exception {
        try (Admin admin = Admin.create(broker)) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                latest.put(new TopicPartition(Topics.TICKET_EVENTS, partition), OffsetSpec.latest());
            }
            Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((partition, end) -> before.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(before).all().get(30, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
