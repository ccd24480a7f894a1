import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What build/verify-acls does at Kafka, as JSON on standard input: {@code {"do": …, "client": {settings}, …}}.
 *
 * <ul>
 *   <li>{@code users}: credentials and rights, as Strimzi's user operator makes them of KafkaUsers
 *   <li>{@code topics}: topics, as its topic operator makes them of KafkaTopics, but not replicated
 *   <li>{@code poison}: a record on a topic that is no command; prints its id
 *   <li>{@code lag}: what KEDA asks for a group and a topic; prints the lag
 * </ul>
 */
public final class KafkaAccess {
    private static final int ITERATIONS = 4096;

    private KafkaAccess() {}

    /** @param none the JSON has passwords, which do not belong on a command line */
    public static void main(String[] none) throws IOException, ExecutionException, InterruptedException {
        JsonNode task = new ObjectMapper().readTree(System.in);
        Map<String, Object> client = new HashMap<>();
        task.path("client").properties().forEach(setting -> client.put(setting.getKey(), setting.getValue().asText()));
        if (task.path("do").asText().equals("poison")) {
            System.out.println(poison(client, task.path("topic").asText()));
            return;
        }
        try (Admin admin = Admin.create(client)) {
            switch (task.path("do").asText()) {
                case "users" -> users(admin, task.path("users"));
                case "topics" -> topics(admin, task.path("topics"));
                case "lag" -> System.out.println(lag(admin, task.path("group").asText(), task.path("topic").asText()));
                default -> throw new IllegalArgumentException("do what?");
            }
        }
    }

    private static void users(Admin admin, JsonNode users) throws ExecutionException, InterruptedException {
        ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        List<org.apache.kafka.clients.admin.UserScramCredentialAlteration> credentials = new ArrayList<>();
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode user : users) {
            String name = user.path("name").asText();
            credentials.add(
                    new UserScramCredentialUpsertion(name, scram, user.path("password").asText()));
            user.path("acls").forEach(rule -> rights.addAll(rights("User:" + name, rule)));
        }
        admin.alterUserScramCredentials(credentials).all().get();
        admin.createAcls(rights).all().get();
    }

    private static List<AclBinding> rights(String principal, JsonNode rule) {
        JsonNode resource = rule.path("resource");
        ResourceType type = switch (resource.path("type").asText()) {
            case "topic" -> ResourceType.TOPIC;
            case "group" -> ResourceType.GROUP;
            case "transactionalId" -> ResourceType.TRANSACTIONAL_ID;
            case "cluster" -> ResourceType.CLUSTER;
            default -> throw new IllegalArgumentException("resource of an unknown type: " + resource);
        };
        PatternType pattern =
                resource.path("patternType").asText("literal").equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        ResourcePattern on = new ResourcePattern(type, resource.path("name").asText("kafka-cluster"), pattern);
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode operation : rule.path("operations")) {
            AclOperation named = AclOperation.valueOf(
                    operation.asText().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
            rights.add(new AclBinding(on, new AccessControlEntry(principal, "*", named, AclPermissionType.ALLOW)));
        }
        return rights;
    }

    private static void topics(Admin admin, JsonNode topics) throws ExecutionException, InterruptedException {
        List<NewTopic> made = new ArrayList<>();
        for (JsonNode topic : topics) {
            Map<String, String> settings = new HashMap<>();
            topic.path("config").properties().forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
            made.add(new NewTopic(topic.path("name").asText(), topic.path("partitions").asInt(), (short) 1)
                    .configs(settings));
        }
        admin.createTopics(made).all().get();
    }

    private static String poison(Map<String, Object> client, String topic)
            throws ExecutionException, InterruptedException {
        String id = UUID.randomUUID().toString();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, "no command".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
        return id;
    }

    private static long lag(Admin admin, String group, String topic) throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions();
        var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        var ends = admin.listOffsets(partitions.stream()
                        .map(partition -> new org.apache.kafka.common.TopicPartition(topic, partition.partition()))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
        return ends.entrySet().stream()
                .filter(end -> committed.get(end.getKey()) != null)
                .mapToLong(end -> end.getValue().offset() - committed.get(end.getKey()).offset())
                .sum();
    }
}
