#!/usr/bin/env bash
# Kafka client 4.2.1: per-partition metrics of a topic with a dot in its name exist twice, so that sums over them double.
#
# records-lag and the like are tagged with topic and partition. A topic called a.b has each of them twice, under the topic a.b
# and under a_b. An exporter that turns all metrics of a consumer into series (Micrometer's KafkaClientMetrics, a JMX exporter)
# shows both, and sum(records_lag) by group is twice the lag. Topics without a dot have one. (KIP-1109 corrected
# the names and deprecated the old ones, which stay beside the new.)
#
# Seen on 2026-11-30: broker and client 4.2.1, KRaft, JDK 25. Exit status 0 while it is so.
set -euo pipefail
. "$(dirname "$0")/lib/kafka.sh"

cat >"$work/LagMetrics.java" <<'JAVA'
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.serialization.*;

public class LagMetrics {
    static Map<String, Object> client;

    public static void main(String[] args) throws Exception {
        client = Map.of("bootstrap.servers", args[0]);
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic("a.b", 1, (short) 1), new NewTopic("c", 1, (short) 1))).all().get();
        }
        for (String topic : List.of("a.b", "c")) {
            write(topic);
            System.out.println("topic " + topic + ": records-lag of " + lags(topic));
        }
    }

    static void write(String topic) throws Exception {
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 5; i++) producer.send(new ProducerRecord<>(topic, "v")).get();
        }
    }

    /** Reads one record of five: four are left. */
    static Map<String, String> lags(String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.poll.records", "1");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition place = new TopicPartition(topic, 0);
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {}
            Map<String, String> found = new TreeMap<>();
            consumer.metrics().forEach((name, metric) -> {
                if (name.name().equals("records-lag")) found.put(name.tags().get("topic"), metric.metricValue().toString());
            });
            return found;
        }
    }
}
JAVA
seen=$(run_with_broker LagMetrics)
echo "$seen"
[ "$seen" = 'topic a.b: records-lag of {a.b=4.0, a_b=4.0}
topic c: records-lag of {c=4.0}' ]
