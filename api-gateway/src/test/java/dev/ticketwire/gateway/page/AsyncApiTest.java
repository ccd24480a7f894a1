package dev.ticketwire.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.ticketwire.contract.event.FeedGap;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventRecords;
import dev.ticketwire.contract.event.TicketEventType;
import dev.ticketwire.contract.message.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document is valid, and says what the code does. */
class AsyncApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT =
            JSON.valueToTree(AsyncApi.complete(Resources.yaml("/asyncapi/ticketwire.yaml"), JSON));
    private static final Set<String> TYPES =
            Arrays.stream(TicketEventType.values()).map(TicketEventType::type).collect(Collectors.toSet());

    @Test
    void itIsAValidAsyncApiDocument() throws Exception {
        JsonNode schema = JSON.readTree(Resources.bytes("/asyncapi/asyncapi-3.0.0.json"));

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(schema)
                        .validate(DOCUMENT))
                .isEmpty();
    }

    @Test
    void itsReferencesLeadSomewhere() {
        for (JsonNode reference : DOCUMENT.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(DOCUMENT.at(target.substring(1)).isMissingNode())
                        .as(target)
                        .isFalse();
            } else {
                assertThat(TYPES).contains(target.replaceAll("^events/schemas/(.*)\\.json$", "$1"));
            }
        }
    }

    @Test
    void everyTypeIsAMessageOfTheTopic() {
        assertThat(names(DOCUMENT.at("/channels/topic/messages"))).isEqualTo(TYPES);
    }

    @Test
    void theChannelIsTheTopic() {
        assertThat(DOCUMENT.at("/channels/topic/address").asText()).isEqualTo(Topics.TICKET_EVENTS);
        assertThat(DOCUMENT.at("/channels/topic/bindings/kafka/topic").asText()).isEqualTo(Topics.TICKET_EVENTS);
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void anExampleHasTheHeadersOfItsRecord(TicketEventType type) {
        JsonNode message = DOCUMENT.path("components").path("messages").path(type.type());
        JsonNode headers = message.at("/examples/0/headers");
        JsonNode declared = DOCUMENT.at("/components/schemas/Headers");

        assertThat(headers.path("ce_type").asText()).isEqualTo(type.type());
        assertThat(names(declared.path("properties"))).containsAll(names(headers));
        assertThat(names(headers)).containsAll(strings(declared.path("required")));
        assertThat(message.has("bindings")).isEqualTo(headers.has("ce_partitionkey"));
    }

    @Test
    void theHeadersAreThoseThatTheCodeWrites() {
        FeedGap gap = new FeedGap(Instant.EPOCH, Instant.EPOCH, "");
        TicketEvent event = new TicketEvent("1", TicketEventType.FEED_GAP, Instant.EPOCH, "1", "trace", gap);
        Set<String> written = new TreeSet<>();
        for (Header header : TicketEventRecords.record(new TicketEventCodec(URI.create("/")).cloudEvent(event))
                .headers()) {
            written.add(header.key());
        }

        assertThat(names(DOCUMENT.at("/components/schemas/Headers/properties"))).isEqualTo(written);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new TreeSet<>();
        list.forEach(element -> strings.add(element.asText()));
        return strings;
    }
}
