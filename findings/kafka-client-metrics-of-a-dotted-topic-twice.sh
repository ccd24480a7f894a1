#!/usr/bin/env bash
# Kafka client 4.2.1: per-partition metrics of a topic with a dot in its name exist twice, so that sums over them double.
#
# records-lag and the like are tagged with topic and partition. A topic called a.b has each of them twice, under the topic a.b
# and under a_b. An exporter that turns all metrics of a consumer into series (Micrometer's KafkaClientMetrics, a JMX exporter)
# shows both, and sum(records_lag) by group is twice the lag. Topics without a dot have one. (KIP-1109 announces the change of
# names; the old ones stay beside the new until Kafka 5.)
#
# Seen on 2026-11-30: broker and client 4.2.1, KRaft, JDK 25. Exit status 0 while it is so.
set -euo pipefail
DEPENDENCIES='<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.2.1</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.4</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/LagMetrics.java" <<'JAVA'
import java.net.ServerSocket;
import java.nio.file.*;
import java.time.Duration;
import java.util.*;
import kafka.server.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.serialization.*;
import org.apache.kafka.common.utils.Time;

class LagMetrics {
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
            admin.createTopics(List.of(new NewTopic("a.b", 1, (short) 1), new NewTopic("c", 1, (short) 1))).all().get();
        }
        for (String topic : List.of("a.b", "c")) {
            write(topic);
            System.out.println("topic " + topic + ": records-lag of " + lags(topic));
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
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

    static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
JAVA
seen=$(java -cp "$classpath" "$work/LagMetrics.java" "$work" 2>"$work/log") || { cat "$work/log" >&2; exit 1; }
echo "$seen"
[ "$seen" = 'topic a.b: records-lag of {a.b=4.0, a_b=4.0}
topic c: records-lag of {c=4.0}' ]
