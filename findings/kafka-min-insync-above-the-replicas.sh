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
DEPENDENCIES='<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.2.1</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.4</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/InSync.java" <<'JAVA'
import java.net.ServerSocket;
import java.nio.file.*;
import java.util.*;
import kafka.server.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.*;
import org.apache.kafka.common.utils.Time;

class InSync {
    static Map<String, Object> client;

    public static void main(String[] args) throws Exception {
        int broker = free(), controller = free();
        Properties p = new Properties();
        p.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "log.dirs", args[0] + "/data",
                "controller.quorum.voters", "1@127.0.0.1:" + controller, "controller.listener.names", "C",
                "listeners", "P://127.0.0.1:" + broker + ",C://127.0.0.1:" + controller,
                "listener.security.protocol.map", "P:PLAINTEXT,C:PLAINTEXT", "inter.broker.listener.name", "P",
                "transaction.state.log.replication.factor", "1"));
        p.putAll(Map.of("transaction.state.log.min.isr", "1", "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1", "auto.create.topics.enable", "false"));
        Path file = Path.of(args[0], "server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            p.store(out, null);
        }
        Files.createDirectories(Path.of(args[0], "data"));
        kafka.tools.StorageTool.execute(new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(p, false), Time.SYSTEM);
        server.startup();
        client = Map.of("bootstrap.servers", "127.0.0.1:" + broker);
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
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/InSync.java" "$work" 2>"$work/log") || { cat "$work/log" >&2; exit 1; }
echo "$seen"
[ "$seen" = 'replicas 1, min.insync.replicas 2
acks=all: acknowledged at offset 0' ]
