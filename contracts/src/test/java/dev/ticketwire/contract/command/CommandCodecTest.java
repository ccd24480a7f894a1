package dev.ticketwire.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandCodecTest {
    private static final CBORMapper CBOR = new CBORMapper();

    @Test
    void whichRulesHoldTravelsWithTheCommand() throws IOException {
        assertThat(decoded(open(true)).strict()).isTrue();
        assertThat(decoded(open(false)).strict()).isFalse();
        assertThat(decoded(update(true)).strict()).isTrue();
        assertThat(decoded(update(false)).strict()).isFalse();
    }

    @Test
    void aCommandOfAnOlderGatewayIsReadByTheRulesOfItsTime() throws IOException {
        assertThat(((OpenTicket) older(open(true))).strict()).isFalse();
        assertThat(((OpenTicket) older(open(true))).parent()).isEqualTo("7");
        assertThat(((UpdateTicket) older(update(true))).strict()).isFalse();
    }

    private static OpenTicket decoded(OpenTicket command) throws IOException {
        return (OpenTicket) CommandCodec.decode(command.type(), CommandCodec.encode(command));
    }

    private static UpdateTicket decoded(UpdateTicket command) throws IOException {
        return (UpdateTicket) CommandCodec.decode(command.type(), CommandCodec.encode(command));
    }

    private static Command older(Command command) throws IOException {
        ObjectNode members = (ObjectNode) CBOR.readTree(CommandCodec.encode(command));
        assertThat(members.remove("strict")).isNotNull();
        return CommandCodec.decode(command.type(), CBOR.writeValueAsBytes(members));
    }

    private static OpenTicket open(boolean strict) {
        return new OpenTicket(
                "Nina",
                "nina@example.org",
                null,
                "s",
                "m",
                null,
                null,
                null,
                "7",
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                true,
                "API",
                "192.0.2.7",
                List.of(),
                Map.of(),
                null,
                strict);
    }

    private static UpdateTicket update(boolean strict) {
        return new UpdateTicket(
                "100001",
                null,
                null,
                "7",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                Map.of(),
                null,
                "192.0.2.7",
                strict);
    }
}
