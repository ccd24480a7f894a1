package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Settings of the channels that their defaults would break unnoticed. */
class KafkaChannelsTest {

    /** A lost machine resets no connection. By default its clients find out after 30 s. */
    @Test
    void noChannelWaitsLongForABrokerThatDoesNotAnswer() throws IOException {
        Properties settings = settings();

        assertThat(channels(settings))
                .isNotEmpty()
                .allSatisfy(channel -> assertThat(settings.getProperty(channel + ".request.timeout.ms"))
                        .as(channel)
                        .isNotNull()
                        .satisfies(
                                millis -> assertThat(Integer.parseInt(millis)).isLessThanOrEqualTo(10_000)));
    }

    /** The connector asks for the coordinator of a group of its own choice, for which the gateway has no right. */
    @Test
    void noChannelReadsInAGroupThatTheConnectorNames() throws IOException {
        Properties settings = settings();

        assertThat(channels(settings))
                .filteredOn(channel -> channel.contains(".incoming."))
                .isNotEmpty()
                .allSatisfy(channel -> assertThat(settings.getProperty(channel + ".group.id"))
                        .as(channel)
                        .startsWith("gateway."));
    }

    private static List<String> channels(Properties settings) {
        return settings.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".connector"))
                .map(name -> name.substring(0, name.length() - ".connector".length()))
                .toList();
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream file =
                Objects.requireNonNull(KafkaChannelsTest.class.getResourceAsStream("/application.properties"))) {
            settings.load(file);
        }
        return settings;
    }
}
