package dev.ticketwire.k8s.policy;

import static dev.ticketwire.k8s.policy.Policy.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.k8s.manifest.Manifest;
import dev.ticketwire.k8s.manifest.Manifests;
import dev.ticketwire.k8s.manifest.Workload;
import dev.ticketwire.setup.topics.Replication;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** Strimzi's topics and users, and the scaling on a consumer group's lag. */
final class Broker {
    private static final String SCALED = "/spec/triggers";

    static final List<Policy> POLICIES = List.of(
            new Policy("the topics are those of setup", Broker::topicsOfSetup),
            new Policy("a KafkaUser's rights are for topics that exist", Broker::topicsOfUsers),
            new Policy("a KafkaUser's rights are for its service's consumer groups", Broker::groupsOfUsers),
            new Policy("each consumer group of a service is among the rights of its KafkaUser", Broker::groupsAllowed),
            new Policy("no KafkaUser has rights on everything", Broker::narrow),
            new Policy("scaling by lag names a topic and its consumer group", Broker::lag));

    /** Every record on three brokers, and accepted when two have it. */
    private static final Replication PRODUCTION = new Replication((short) 3, (short) 2);

    private Broker() {}

    private static Set<String> topics() {
        return ofSetup().map(NewTopic::name).collect(Collectors.toSet());
    }

    private static Stream<NewTopic> ofSetup() {
        return SuiteTopics.topics(PRODUCTION).stream();
    }

    private static Stream<String> topicsOfSetup(Manifests manifests) {
        if (manifests.ofKind("KafkaTopic").findAny().isEmpty()) {
            return Stream.empty();
        }
        Stream<String> missing = ofSetup()
                .filter(topic -> manifests.ofKind("KafkaTopic").noneMatch(manifest -> isOf(manifest, topic)))
                .map(topic -> "no KafkaTopic is as setup's " + topic);
        Stream<String> more = manifests
                .ofKind("KafkaTopic")
                .filter(manifest -> ofSetup().noneMatch(topic -> isOf(manifest, topic)))
                .map(manifest -> manifest.id() + ": setup makes no such topic");
        return Stream.concat(missing, more);
    }

    private static boolean isOf(Manifest manifest, NewTopic topic) {
        return manifest.at("/spec/topicName").asText(manifest.name()).equals(topic.name())
                && manifest.at("/spec/partitions").asInt() == topic.numPartitions()
                && manifest.at("/spec/replicas").asInt() == topic.replicationFactor()
                && Manifest.map(manifest.at("/spec/config")).equals(topic.configs());
    }

    private static Stream<JsonNode> resources(Manifest user, String type) {
        return Workload.each(user.at("/spec/authorization/acls"))
                .map(acl -> acl.path("resource"))
                .filter(resource -> resource.path("type").asText().equals(type));
    }

    private static Stream<Manifest> users(Manifests manifests) {
        return manifests.ofKind("KafkaUser");
    }

    private static Stream<String> topicsOfUsers(Manifests manifests) {
        return users(manifests)
                .flatMap(user -> resources(user, "topic")
                        .map(resource -> resource.path("name").asText())
                        .filter(name -> !topics().contains(name))
                        .distinct()
                        .map(name -> user.id() + ": there is no topic " + name));
    }

    /** Another user, such as KEDA's, may describe the groups of all services. */
    private static Stream<String> groupsOfUsers(Manifests manifests) {
        return users(manifests)
                .flatMap(user -> Workload.each(user.at("/spec/authorization/acls"))
                        .filter(acl -> acl.at("/resource/type").asText().equals("group"))
                        .filter(acl -> !isOwn(user, acl) && !isDescribed(acl))
                        .map(acl -> user.id() + ": its service has no consumer group " + acl));
    }

    private static boolean isOwn(Manifest user, JsonNode acl) {
        return ConsumerGroups.of(user.name()).contains(acl.at("/resource/name").asText());
    }

    private static boolean isDescribed(JsonNode acl) {
        return acl.path("operations").toString().equals("[\"Describe\"]")
                && Settings.MODULES.stream()
                        .flatMap(module -> ConsumerGroups.of(module).stream())
                        .anyMatch(acl.at("/resource/name").asText()::equals);
    }

    private static Stream<String> groupsAllowed(Manifests manifests) {
        return users(manifests)
                .flatMap(user -> ConsumerGroups.of(user.name()).stream()
                        .filter(group -> resources(user, "group")
                                .noneMatch(resource ->
                                        resource.path("name").asText().equals(group)))
                        .map(group -> user.id() + ": no right to its consumer group " + group));
    }

    private static Stream<String> narrow(Manifests manifests) {
        return users(manifests)
                .flatMap(user -> Workload.each(user.at("/spec/authorization/acls"))
                        .filter(acl -> acl.at("/resource/patternType")
                                        .asText("literal")
                                        .equals("prefix")
                                || acl.at("/resource/name").asText().equals("*")
                                || Workload.each(acl.path("operations"))
                                        .anyMatch(each -> each.asText().equals("All")))
                        .map(acl -> user.id() + ": too many rights in " + acl));
    }

    private static Stream<String> lag(Manifests manifests) {
        return manifests
                .ofKind("ScaledObject")
                .flatMap(object -> Workload.each(object.at(SCALED))
                        .filter(trigger -> trigger.path("type").asText().contains("kafka"))
                        .map(trigger -> trigger.path("metadata"))
                        .flatMap(lag -> unless(
                                topics().contains(lag.path("topic").asText())
                                        && ConsumerGroups.of(object.text("/spec/scaleTargetRef/name"))
                                                .contains(lag.path("consumerGroup")
                                                        .asText()),
                                object.id() + ": no such topic and group: " + lag)));
    }
}
