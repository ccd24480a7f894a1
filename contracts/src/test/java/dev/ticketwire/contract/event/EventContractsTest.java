package dev.ticketwire.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.ticketwire.contract.command.CommandCodec;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as the code makes them, their golden examples and their schemas agree. */
class EventContractsTest {
    private static final TicketEventCodec CODEC = new TicketEventCodec(URI.create("/osticket"));

    static Stream<TicketEvent> events() {
        return ExampleEvents.life().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theCodeWritesTheGoldenExample(TicketEvent event) throws Exception {
        JsonNode written = CommandCodec.json().readTree(TicketEventCodec.json(CODEC.cloudEvent(event)));

        assertThat(written).isEqualTo(EventSchemas.example(event.type()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theGoldenExampleIsReadBackEqual(TicketEvent event) throws Exception {
        byte[] example = CommandCodec.json().writeValueAsBytes(EventSchemas.example(event.type()));

        CloudEvent read = TicketEventCodec.ofJson(example);

        assertThat(TicketEventCodec.ticketEvent(read)).contains(event);
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void everyTypeHasAnExampleThatItsSchemaAccepts(TicketEventType type) {
        assertThat(errors(type, EventSchemas.example(type).path("data"))).isEmpty();
        assertThat(events().map(TicketEvent::type)).containsOnlyOnce(type);
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void theSchemaIsAValidOneUnderTheEventsDataSchema(TicketEventType type) {
        JsonNode schema = EventSchemas.schema(type);
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(URI.create("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(schema)).isEmpty();
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo(type.schema().toString());
        assertThat(schema.path("title").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void membersOfBeforeAndAfterAreThoseOfTheType(TicketEventType type) {
        JsonNode properties = EventSchemas.schema(type).path("properties");
        Set<String> members =
                new TreeSet<>(type.members().stream().map(ChangedMember::member).toList());

        assertThat(properties.has("before")).isEqualTo(type.canHaveBefore());
        assertThat(properties.has("after")).isEqualTo(type.hasAfter());
        for (String side : List.of("before", "after")) {
            if (properties.has(side)) {
                assertThat(names(properties.path(side).path("properties"))).isEqualTo(members);
            }
        }
    }

    /** A stream may leave out a side of a transfer. */
    @ParameterizedTest
    @EnumSource(value = TicketEventType.class, names = "TRANSFERRED", mode = EnumSource.Mode.EXCLUDE)
    void beforeAndAfterAreRequiredWhereTheyAlwaysAre(TicketEventType type) {
        String required = EventSchemas.schema(type).path("required").toString();

        assertThat(required.contains("\"before\"")).isEqualTo(type.hasBefore());
        assertThat(required.contains("\"after\"")).isEqualTo(type.hasAfter());
    }

    @ParameterizedTest
    @EnumSource(TicketEventType.class)
    void readersMayMeetMembersThatTheyDoNotKnow(TicketEventType type) {
        JsonNode data = EventSchemas.example(type).path("data").deepCopy();
        data.findParents("id")
                .forEach(object -> ((com.fasterxml.jackson.databind.node.ObjectNode) object).put("invented", 1));

        assertThat(errors(type, data)).isEmpty();
    }

    @Test
    void aSchemaRefusesWhatBreaksIt() {
        JsonNode data =
                EventSchemas.example(TicketEventType.TRANSFERRED).path("data").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) data.path("after").path("department")).put("id", "two");

        assertThat(errors(TicketEventType.TRANSFERRED, data))
                .extracting(error -> error.getInstanceLocation().toString())
                .contains("/after/department/id");
    }

    static Set<ValidationMessage> errors(TicketEventType type, JsonNode data) {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(EventSchemas.schema(type), strict)
                .validate(data);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
