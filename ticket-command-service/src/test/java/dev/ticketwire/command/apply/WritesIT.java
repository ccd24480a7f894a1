package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.message.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of command over a real broker, into a real database. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class WritesIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(bootstrap);
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    @Test
    void commandsOnOneTicketAreCarriedOutInTheirOrder() {
        String parent = opened("a parent");
        String child = opened("a child");

        List<String> ids = Stream.<Command>of(
                        new LinkTicket(child, parent),
                        note(child),
                        new UnlinkTicket(child),
                        new UnlinkTicket(child),
                        new DeleteTicket(child),
                        note(child),
                        new DeleteTicket(parent))
                .map(bus::send)
                .toList();

        List<Outcome> outcomes = ids.stream().map(bus::outcome).toList();
        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Applied.class, applied -> {
            assertThat(applied.number()).isEqualTo(child);
            assertThat(String.valueOf(applied.answer()))
                    .startsWith(
                            "{\"success\":true,\"message\":\"Subticket relationship created successfully\",\"parent\":{");
        });
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Applied.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Applied.class);
        assertThat(code(outcomes.get(3))).isEqualTo("no-parent");
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Applied.class);
        assertThat(code(outcomes.get(5))).isEqualTo("ticket-not-found");
        assertThat(outcomes.get(6)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aRedeliveredChangeIsAnsweredTheSameAndDoneOnce() {
        String ticket = opened("a ticket");
        String id = bus.send(new DeleteTicket(ticket));
        Outcome first = bus.outcome(id);

        bus.send(id, new DeleteTicket(ticket));

        assertThat(bus.outcomes(id, 2)).containsExactly(first, first);
        assertThat(first).isInstanceOf(Outcome.Applied.class);
    }

    private String opened(String subject) {
        return ((Outcome.Applied) bus.outcome(bus.send(Commands.open(subject)))).number();
    }

    private static String code(Outcome outcome) {
        return ((Outcome.Rejected) outcome).refusal().code();
    }

    private static UpdateTicket note(String ticket) {
        return new UpdateTicket(
                ticket,
                TicketRouting.NONE,
                null,
                null,
                Set.of(),
                Map.of(),
                new UpdateTicket.Note(null, "done", "markdown", List.of(), false),
                "127.0.0.1",
                false);
    }
}
