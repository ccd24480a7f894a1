package dev.ticketwire.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** The topic of the ticket events is as the AsyncAPI document says. */
class AsyncApiIT {
    private static final JsonNode BINDING = new ObjectMapper()
            .<JsonNode>valueToTree(Resources.yaml("/asyncapi/ticketwire.yaml"))
            .at("/channels/topic/bindings/kafka");

    @Test
    void theTopicHasThePartitionsAndRetentionOfTheDocument() throws Exception {
        String topic = BINDING.path("topic").asText();
        JsonNode settings = BINDING.path("topicConfiguration");
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            Config config = Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            int partitions = Objects.requireNonNull(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic))
                    .partitions()
                    .size();

            assertThat(BINDING.path("partitions").asInt()).isEqualTo(partitions);
            assertThat(settings.path("retention.ms").asText())
                    .isEqualTo(config.get("retention.ms").value());
            assertThat(settings.path("cleanup.policy").path(0).asText())
                    .isEqualTo(config.get("cleanup.policy").value());
        }
    }
}
