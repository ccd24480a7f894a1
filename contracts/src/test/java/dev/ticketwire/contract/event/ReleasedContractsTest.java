package dev.ticketwire.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.command.CommandCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No released event becomes invalid, and no reader of a released version loses anything: see released/README.md. */
class ReleasedContractsTest {
    private static final Path RELEASED = Path.of("src/test/resources/event/released");

    /**
     * A line of a released file.
     *
     * @param release in which it was so, the file's name
     */
    record Released(String release, String type, JsonNode schema, JsonNode example) {
        Optional<TicketEventType> known() {
            return TicketEventType.of(type);
        }

        @Override
        public String toString() {
            return type + " of " + release;
        }
    }

    static List<Released> released() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(ReleasedContractsTest::lines)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void aReleasedTypeStays(Released released) {
        assertThat(released.known()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("released")
    void theSchemaOnlyGainsOptionalMembers(Released released) {
        JsonNode current = EventSchemas.schema(released.known().orElseThrow());

        assertThat(Compatibility.breaks(released.schema(), current)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void theSchemaAcceptsAReleasedEvent(Released released) {
        assertThat(EventContractsTest.errors(
                        released.known().orElseThrow(), released.example().path("data")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void aReleasedEventCanBeRead(Released released) throws Exception {
        byte[] json = CommandCodec.json().writeValueAsBytes(released.example());

        assertThat(TicketEventCodec.ticketEvent(TicketEventCodec.ofJson(json))).isPresent();
    }

    @Test
    void everyTypeOfTheFirstReleaseIsFrozen() throws IOException {
        assertThat(released()).extracting(Released::type).contains("ticket.created.v1", "feed.gap.v1");
    }

    @Test
    void anOptionalMemberIsAnAddition() {
        assertThat(breaks(schema -> ticket(schema).putObject("channel").put("type", "string")))
                .isEmpty();
        assertThat(breaks(schema -> schema.withObject("/$defs/Channel").put("type", "string")))
                .isEmpty();
        assertThat(breaks(schema -> schema.put("description", "Better words."))).isEmpty();
    }

    @Test
    void otherChangesAreBreaks() {
        assertThat(breaks(schema -> ticket(schema).remove("subject")))
                .containsExactly("/$defs/Ticket/properties/subject is gone");
        assertThat(breaks(schema -> ticket(schema).withObject("/number").put("type", "integer")))
                .hasSize(1);
        assertThat(breaks(schema -> ticket(schema)
                        .withObject("/source")
                        .putArray("type")
                        .add("string")
                        .add("null")))
                .hasSize(1);
        assertThat(breaks(schema -> ticket(schema).withObject("/number").put("maxLength", 20)))
                .containsExactly("/$defs/Ticket/properties/number/maxLength is new");
        assertThat(breaks(schema -> schema.withArray("/required").add("commandId")))
                .hasSize(1);
        assertThat(breaks(schema -> schema.withArray("/required").remove(0))).hasSize(1);
        assertThat(breaks(schema -> schema.withObject("/$defs/Actor/properties/type")
                        .withArray("enum")
                        .add("robot")))
                .hasSize(1);
        assertThat(breaks(schema -> schema.put("additionalProperties", false))).hasSize(1);
        assertThat(breaks(schema -> schema.withObject("/properties").remove("before")))
                .hasSize(1);
    }

    /** Not a test: {@code mvn -pl contracts test -Dtest=ReleasedContractsTest#freeze -Dfreeze=0.1.0}. */
    @Test
    @EnabledIfSystemProperty(named = "freeze", matches = "[0-9]+[.][0-9]+[.][0-9]+")
    void freeze() throws IOException {
        String lines = Arrays.stream(TicketEventType.values())
                .map(type -> CommandCodec.json()
                                .createObjectNode()
                                .put("type", type.type())
                                .<ObjectNode>set("schema", EventSchemas.schema(type))
                                .set("example", EventSchemas.example(type))
                        + "\n")
                .collect(Collectors.joining());
        Files.writeString(RELEASED.resolve(System.getProperty("freeze") + ".jsonl"), lines);
    }

    private static List<String> breaks(Consumer<ObjectNode> change) {
        ObjectNode released = EventSchemas.schema(TicketEventType.TRANSFERRED);
        ObjectNode changed = released.deepCopy();
        change.accept(changed);
        assertThat(changed).isNotEqualTo(released);
        return Compatibility.breaks(released, changed);
    }

    private static ObjectNode ticket(ObjectNode schema) {
        return schema.withObject("/$defs/Ticket/properties");
    }

    private static Stream<Released> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(ReleasedContractsTest::node)
                    .map(line -> new Released(
                            file.getFileName().toString().replace(".jsonl", ""),
                            line.path("type").asText(),
                            line.path("schema"),
                            line.path("example")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode node(String line) {
        try {
            return CommandCodec.json().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
