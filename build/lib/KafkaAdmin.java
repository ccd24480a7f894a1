import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Answers questions about a Kafka cluster for build/lib/kafka_admin.py: one question per line of standard input, one JSON
 * document per line of standard output. One process for all questions, because a start costs more than the answers.
 *
 * <p>Questions: {@code brokers}, {@code controller}, {@code partitions}, {@code coordinator GROUP},
 * {@code lag GROUP}, {@code ends TOPIC}. A failure is {@code {"error": …}}.
 */
public final class KafkaAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KafkaAdmin() {}

    /** @param arguments the brokers' addresses */
    public static void main(String[] arguments) throws IOException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "request.timeout.ms", "3000",
                "default.api.timeout.ms", "6000",
                "reconnect.backoff.max.ms", "200",
                "metadata.max.age.ms", "1000");
        try (Admin admin = Admin.create(settings);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(JSON.writeValueAsString(answer(admin, line.split(" "))));
            }
        }
    }

    private static Object answer(Admin admin, String[] question) {
        try {
            return switch (question[0]) {
                case "brokers" ->
                    admin.describeCluster().nodes().get().stream().map(Node::id).sorted().toList();
                case "controller" ->
                    admin.describeMetadataQuorum().quorumInfo().get().leaderId();
                case "partitions" -> partitions(admin);
                case "coordinator" -> group(admin, question[1]).coordinator().id();
                case "lag" -> lag(admin, question[1]);
                case "ends" -> ends(admin, question[1]);
                default -> Map.of("error", "no such question: " + question[0]);
            };
        } catch (ExecutionException e) {
            return Map.of("error", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of("error", "interrupted");
        }
    }

    private static ConsumerGroupDescription group(Admin admin, String name)
            throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(name)).describedGroups().get(name).get();
    }

    private static List<Object> partitions(Admin admin) throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new org.apache.kafka.clients.admin.ListTopicsOptions().listInternal(true))
                .names()
                .get();
        List<Object> all = new ArrayList<>();
        for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                all.add(Map.of(
                        "topic", topic.name(),
                        "partition", partition.partition(),
                        "leader", partition.leader() == null ? -1 : partition.leader().id(),
                        "isr", partition.isr().stream().map(Node::id).toList(),
                        "replicas", partition.replicas().stream().map(Node::id).toList()));
            }
        }
        return all;
    }

    private static Map<String, Object> lag(Admin admin, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        ConsumerGroupDescription described = group(admin, group);
        Map<TopicPartition, OffsetSpec> wanted = new java.util.HashMap<>();
        committed.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        long lag = 0;
        for (var end : admin.listOffsets(wanted).all().get().entrySet()) {
            OffsetAndMetadata at = committed.get(end.getKey());
            lag += end.getValue().offset() - (at == null ? 0 : at.offset());
        }
        return Map.of(
                "lag", lag,
                "members", described.members().size(),
                "state", described.groupState().toString());
    }

    private static Map<Integer, Long> ends(Admin admin, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new java.util.HashMap<>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .forEach(info -> wanted.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest()));
        Map<Integer, Long> ends = new TreeMap<>();
        admin.listOffsets(wanted)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }
}
