package dev.ticketwire.sample;

import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEventCodec;
import dev.ticketwire.contract.event.TicketEventType;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The golden examples of the contracts: the life of one ticket. */
final class GoldenEvents {
    private GoldenEvents() {}

    static List<CloudEvent> life() {
        return Arrays.stream(TicketEventType.values())
                .map(GoldenEvents::event)
                .sorted(Comparator.comparing(event -> Objects.requireNonNull(event.getTime())))
                .toList();
    }

    static CloudEvent event(TicketEventType type) {
        try {
            return TicketEventCodec.ofJson(EventSchemas.example(type).toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
