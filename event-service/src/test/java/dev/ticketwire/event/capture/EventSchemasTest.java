package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventType;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the capture makes follows the published schemas, and readers get back what was written. */
class EventSchemasTest {
    private static final TicketEventCodec CODEC = new TicketEventCodec(URI.create("/osticket"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<TicketEventType, JsonSchema> schemas = new EnumMap<>(TicketEventType.class);

    @Test
    void theEventsOfATicketFollowTheirSchemas() throws Exception {
        MemoryHelpDesk empty = DemoDesk.create();
        PhpDesk desk = new PhpDesk(empty, 1000);
        long ticket = desk.open("480113", DemoDesk.ALICE, "Brake squeals");
        desk.reply(ticket, "Please bring it in.");
        desk.message(ticket, "On Tuesday.");
        long note = desk.entry(ticket, "N", DemoDesk.BOB, 0, "Pads ordered.");
        desk.edit(ticket, note, "Pads ordered, here on Monday.");
        desk.editSubject(ticket, "Front brake squeals");
        desk.transfer(ticket, DemoDesk.SALES);
        desk.close(ticket);
        desk.delete(ticket);

        List<TicketEvent> events = LogReplay.live(empty.copy(), desk.commits());

        assertThat(events).extracting(TicketEvent::type).contains(TicketEventType.CREATED, TicketEventType.DELETED);
        for (TicketEvent event : events) {
            follows(event);
        }
    }

    @Test
    void theEventsOfTheRecordedActionsFollowTheirSchemas() throws Exception {
        assumeTrue(PanelActions.areThere(), "no recorded actions beside the clone (../shared/data/panel)");
        PanelActions actions = PanelActions.read();
        for (String action : actions.ids()) {
            for (TicketEvent event : LogReplay.live(actions.helpDeskBefore(action), actions.commits(action, 1))) {
                follows(event);
            }
        }
    }

    private void follows(TicketEvent event) throws IOException {
        CloudEvent written = CODEC.cloudEvent(event);
        JsonNode data = JSON.readTree(Objects.requireNonNull(written.getData()).toBytes());

        assertThat(schemas.computeIfAbsent(event.type(), EventSchemasTest::schema)
                        .validate(data))
                .as(event.toString())
                .isEmpty();
        assertThat(TicketEventCodec.ticketEvent(written)).contains(event);
    }

    private static JsonSchema schema(TicketEventType type) {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(EventSchemas.schema(type), strict);
    }
}
