#!/usr/bin/env bash
# Kafka 4.2.1: the "record with the newest timestamp" of a transactional topic is the marker that ends a transaction.
#
# Admin.listOffsets with OffsetSpec.maxTimestamp asks for the record with the newest timestamp; it takes an isolation level.
# Behind a transaction, committed or aborted, the broker answers with the offset and time of the marker, which no consumer ever
# gets, also with READ_COMMITTED. Here records have the times 1000 and 2000 (1970); the answer is today. A topic that holds
# nothing but an aborted record has a newest one as well. "When was the last event written?" cannot be asked this way.
#
# Seen on 2026-11-30: broker and client 4.2.1, KRaft, JDK 25. Exit status 0 while it is so.
set -euo pipefail
. "$(dirname "$0")/lib/kafka.sh"

cat >"$work/Newest.java" <<'JAVA'
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.serialization.*;

public class Newest {
    static final TopicPartition PLACE = new TopicPartition("t", 0);
    static Map<String, Object> client;

    public static void main(String[] args) throws Exception {
        client = Map.of("bootstrap.servers", args[0]);
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1).configs(Map.of("retention.ms", "-1")))).all().get();
            send(2_000, false);
            System.out.println("one aborted record of time 2000:  newest " + newest(admin) + ", committed readers get " + read());
            send(1_000, true);
            System.out.println("then a committed one of time 1000: newest " + newest(admin) + ", committed readers get " + read());
        }
    }

    static void send(long time, boolean commit) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("transactional.id", "one");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("t", 0, time, null, "at " + time)).get();
            if (commit) producer.commitTransaction();
            else producer.abortTransaction();
        }
    }

    /** The marker is written soon after the producer's call has returned. */
    static void awaitMarker(Admin admin) throws Exception {
        while (end(admin, IsolationLevel.READ_COMMITTED) < end(admin, IsolationLevel.READ_UNCOMMITTED)) Thread.sleep(20);
    }

    static long end(Admin admin, IsolationLevel level) throws Exception {
        return admin.listOffsets(Map.of(PLACE, OffsetSpec.latest()), new ListOffsetsOptions(level)).partitionResult(PLACE).get().offset();
    }

    static String newest(Admin admin) throws Exception {
        awaitMarker(admin);
        var found = admin.listOffsets(Map.of(PLACE, OffsetSpec.maxTimestamp()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(PLACE).get();
        return found.timestamp() < 1_000_000 ? "of time " + found.timestamp() : "of today";
    }

    static List<String> read() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PLACE));
            consumer.seekToBeginning(List.of(PLACE));
            long end = consumer.endOffsets(List.of(PLACE)).get(PLACE);
            List<String> values = new ArrayList<>();
            while (consumer.position(PLACE) < end) consumer.poll(Duration.ofMillis(100)).forEach(r -> values.add(r.value()));
            return values;
        }
    }
}
JAVA
seen=$(run_with_broker Newest)
echo "$seen"
[ "$seen" = 'one aborted record of time 2000:  newest of today, committed readers get []
then a committed one of time 1000: newest of today, committed readers get [at 1000]' ]
