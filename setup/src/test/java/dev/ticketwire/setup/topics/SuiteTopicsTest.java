package dev.ticketwire.setup.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.message.Topics;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class SuiteTopicsTest {
    @Test
    void everyTopicOfTheContractsIsCreated() {
        assertThat(SuiteTopics.topics(Replication.NONE).stream().map(NewTopic::name))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topics.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                        .map(SuiteTopicsTest::value)
                        .toList());
    }

    @Test
    void copiesAreAsWanted() {
        assertThat(SuiteTopics.topics(new Replication((short) 3, (short) 2)))
                .isNotEmpty()
                .allSatisfy(topic -> {
                    assertThat(topic.replicationFactor()).isEqualTo((short) 3);
                    assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
                });
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
