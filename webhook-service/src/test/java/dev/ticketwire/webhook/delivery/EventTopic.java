package dev.ticketwire.webhook.delivery;

import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.contract.message.Topics;
import dev.ticketwire.testsupport.TestEvents;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events to the topic in transactions, as the event service does. */
final class EventTopic implements AutoCloseable {
    private static final int PARTITIONS = 12;

    private final Map<String, Object> broker = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers());
    private final KafkaProducer<String, byte[]> producer;

    EventTopic() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "webhook-test");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    Map<String, Object> broker() {
        return broker;
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

    /** To every partition. */
    void sendGap(TicketEvent gap) {
        producer.beginTransaction();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(TicketEventRecords.record(TestEvents.codec().cloudEvent(gap), partition));
        }
        producer.commitTransaction();
    }

    /** Where each partition ends. */
    Map<Integer, Long> ends() {
        try (Admin admin = Admin.create(broker)) {
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(latest())
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, OffsetSpec> latest() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            latest.put(new TopicPartition(Topics.TICKET_EVENTS, partition), OffsetSpec.latest());
        }
        return latest;
    }

    /** As if all had become too old. */
    void deleteAll() throws Exception {
        try (Admin admin = Admin.create(broker)) {
            Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
            ends().forEach((partition, end) ->
                    before.put(new TopicPartition(Topics.TICKET_EVENTS, partition), RecordsToDelete.beforeOffset(end)));
            admin.deleteRecords(before).all().get(30, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
