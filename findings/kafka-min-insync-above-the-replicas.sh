#!/usr/bin/env bash
# Kafka 4.2.1: min.insync.replicas above a topic's replication factor is accepted, and asks for no more than there are.
#
# min.insync.replicas=2 is meant to refuse a write with acks=all unless two brokers have it. On a topic with one replica one
# expects that the topic cannot be made, or that writes fail with NotEnoughReplicas. Neither: the topic is made, its setting
# reads 2, and writes are acknowledged with one copy, since the broker takes the smaller of setting and replication factor. A
# topic that was once made with a replication factor of 1 thus shows the right setting and has no protection.
#
# Seen on 2026-11-30: broker and client 4.2.1, KRaft, JDK 25. Exit status 0 while it is so.
set -euo pipefail
. "$(dirname "$0")/lib/kafka.sh"

cat >"$work/InSync.java" <<'JAVA'
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.*;

public class InSync {
    static Map<String, Object> client;

    public static void main(String[] args) throws Exception {
        client = Map.of("bootstrap.servers", args[0]);
        try (Admin admin = Admin.create(client)) {
            NewTopic topic = new NewTopic("t", 1, (short) 1).configs(Map.of("min.insync.replicas", "2"));
            admin.createTopics(List.of(topic)).all().get();
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "t");
            var setting = admin.describeConfigs(List.of(resource)).all().get().get(resource).get("min.insync.replicas");
            int copies = admin.describeTopics(List.of("t")).allTopicNames().get().get("t").partitions().get(0).replicas().size();
            System.out.println("replicas " + copies + ", min.insync.replicas " + setting.value());
        }
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            System.out.println("acks=all: acknowledged at offset " + producer.send(new ProducerRecord<>("t", "v")).get().offset());
        }
    }
}
JAVA
seen=$(run_with_broker InSync)
echo "$seen"
[ "$seen" = 'replicas 1, min.insync.replicas 2
acks=all: acknowledged at offset 0' ]
