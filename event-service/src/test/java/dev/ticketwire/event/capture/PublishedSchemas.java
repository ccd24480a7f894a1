package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventType;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas that consumers of events have. */
final class PublishedSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<TicketEventType, JsonSchema> SCHEMAS = new EnumMap<>(TicketEventType.class);

    private PublishedSchemas() {}

    static void assertValid(List<TicketEvent> events) throws IOException {
        TicketEventCodec codec = new TicketEventCodec(URI.create("/osticket"));
        for (TicketEvent event : events) {
            byte[] data =
                    Objects.requireNonNull(codec.cloudEvent(event).getData()).toBytes();
            JsonNode json = JSON.readTree(data);
            assertThat(schema(event.type()).validate(json))
                    .as("%s: %s", event.id(), json)
                    .isEmpty();
        }
    }

    private static JsonSchema schema(TicketEventType type) {
        return SCHEMAS.computeIfAbsent(
                type, one -> JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(EventSchemas.schema(one)));
    }
}
