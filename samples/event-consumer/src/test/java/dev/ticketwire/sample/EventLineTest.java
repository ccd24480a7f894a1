package dev.ticketwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.TicketEventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventLineTest {
    @Test
    void theLifeOfATicketLooksAsInTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("../../docs/events.md"));
        String lines = String.join(
                "\n", GoldenEvents.life().stream().map(EventLine::of).toList());

        assertThat(page).contains("```sample\n" + lines + "\n```\n");
    }

    @Test
    void whatALaterVersionAddsIsPrintedOrIgnored() {
        CloudEvent later = changed(
                "ticket.transferred.v9", "{\"invented\":{\"deep\":[1]},\"after\":{\"region\":{\"name\":\"North\"}}}");

        assertThat(EventLine.of(later)).endsWith("  #480113  ticket.transferred.v9  region: North  by unknown");
    }

    @Test
    void aTextCannotControlTheTerminal() {
        CloudEvent event =
                changed("ticket.subject_changed.v1", "{\"after\":{\"subject\":\"a\\u001b[2Jb\\nc\\u202ed\"}}");

        assertThat(EventLine.of(event)).endsWith("  subject: a [2Jb c d  by unknown");
    }

    private static CloudEvent changed(String type, String data) {
        return CloudEventBuilder.v1(GoldenEvents.event(TicketEventType.TRANSFERRED))
                .withType(type)
                .withData(data.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
