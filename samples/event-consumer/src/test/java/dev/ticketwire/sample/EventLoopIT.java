package dev.ticketwire.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.testsupport.TestInfrastructure;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The consumer on a real broker. */
class EventLoopIT {
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private String topic = "";

    @BeforeEach
    void makeTopic(TestInfo test) throws Exception {
        topic = test.getTestMethod().orElseThrow().getName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Test
    void eachEventIsHandledOnceAndInTheOrderOfItsTicket() {
        List<CloudEvent> life = GoldenEvents.life();
        publish(transaction(life), true);
        publish(transaction(life.subList(0, 9)), true);

        run(event -> handled.add(event.getId()), life.size());

        String gap = GoldenEvents.event(TicketEventType.FEED_GAP).getId();
        assertThat(handled).containsOnlyOnce(gap);
        assertThat(handled)
                .filteredOn(id -> !id.equals(gap))
                .containsExactlyElementsOf(life.stream()
                        .map(CloudEvent::getId)
                        .filter(id -> !id.equals(gap))
                        .toList());
    }

    @Test
    void anAbortedEventAndWhatIsNoEventAreSkipped() {
        publish(transaction(List.of(event("1"))), false);
        publish(List.of(new ProducerRecord<>(topic, "480113", new byte[] {1})), true);
        publish(transaction(List.of(event("2"))), true);

        run(event -> handled.add(event.getId()), 1);

        assertThat(handled).containsExactly("2");
    }

    @Test
    void whatWasHandledIsCommittedAtAStopAndNothingElse() {
        publish(transaction(List.of(event("1"), event("2"))), true);
        run(event -> handled.add(event.getId()), 2);
        publish(transaction(List.of(event("3"))), true);

        run(event -> handled.add(event.getId()), 3);

        assertThat(handled).containsExactly("1", "2", "3");
    }

    @Test
    void anEventThatCannotBeHandledIsReadAgain() {
        publish(transaction(List.of(event("1"), event("2"))), true);
        EventLoop failing = loop(event -> {
            throw new IllegalStateException("no room for " + event.getId());
        });
        assertThatThrownBy(failing::run).hasMessage("no room for 1");

        run(event -> handled.add(event.getId()), 2);

        assertThat(handled).containsExactly("1", "2");
    }

    /** Runs a loop until {@code number} events are handled in all, and stops it. */
    private void run(Consumer<CloudEvent> handler, int number) {
        EventLoop loop = loop(handler);
        CompletableFuture<Void> run = CompletableFuture.runAsync(loop);
        await().atMost(PATIENCE).until(() -> handled.size() >= number || run.isDone());
        loop.stop();
        run.join();
    }

    private EventLoop loop(Consumer<CloudEvent> handler) {
        Properties settings = new Properties();
        settings.putAll(Main.defaults());
        settings.put("bootstrap.servers", TestInfrastructure.bootstrapServers());
        settings.put("group.id", topic);
        return new EventLoop(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topic, handler);
    }

    private List<ProducerRecord<String, byte[]>> transaction(List<CloudEvent> events) {
        return events.stream()
                .flatMap(event -> event.getSubject() == null
                        ? IntStream.range(0, PARTITIONS).mapToObj(partition -> record(event, partition))
                        : List.of(record(event, null)).stream())
                .toList();
    }

    private ProducerRecord<String, byte[]> record(CloudEvent event, @Nullable Integer partition) {
        return KafkaMessageFactory.createWriter(topic, partition, event.getSubject())
                .writeBinary(event);
    }

    private void publish(List<ProducerRecord<String, byte[]>> records, boolean commit) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "transactional.id", topic);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(producer::send);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.flush();
                producer.abortTransaction();
            }
        }
    }

    private static CloudEvent event(String id) {
        return CloudEventBuilder.v1(GoldenEvents.event(TicketEventType.TRANSFERRED))
                .withId(id)
                .build();
    }
}
