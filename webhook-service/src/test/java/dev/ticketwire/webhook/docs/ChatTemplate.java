package dev.ticketwire.webhook.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ticketwire.webhook.template.TemplateRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A subscription with a template of {@code samples/webhook-templates}, and events to fill it with. */
record ChatTemplate(JsonNode template) {
    private static final Path FOLDER = Path.of("../samples/webhook-templates");
    private static final Path EXAMPLES = Path.of("../contracts/src/main/resources/event/example");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Members without a limit that matters; all others are names, of at most 128 characters. */
    private static final Set<String> LONG = Set.of("subject", "body", "title", "poster", "value");

    private static final int LONGEST_NAME = 128;

    static ChatTemplate of(String chat) throws IOException {
        JsonNode template =
                JSON.readTree(FOLDER.resolve(chat + ".json").toFile()).path("template");
        TemplateRenderer.check(template);
        return new ChatTemplate(template);
    }

    static List<Path> files() throws IOException {
        return list(FOLDER).toList();
    }

    /** The golden example of each type of event. */
    static Stream<JsonNode> events() throws IOException {
        return list(EXAMPLES).map(ChatTemplate::read);
    }

    /** The same with other text in all members but numbers of tickets, which the help desk makes. */
    static Stream<JsonNode> eventsOf(String text) throws IOException {
        return events().map(event -> {
            ObjectNode changed = event.deepCopy();
            changed.set("data", changed(event.path("data"), "", name -> limited(text, name)));
            return changed;
        });
    }

    JsonNode filled(JsonNode event) {
        return TemplateRenderer.render(template, event);
    }

    /** All texts of a message, whatever they are for. */
    static List<String> texts(JsonNode message) {
        List<String> texts = new ArrayList<>();
        if (message.isTextual()) {
            texts.add(message.textValue());
        }
        message.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    private static String limited(String text, String name) {
        return LONG.contains(name) || text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    private static JsonNode changed(JsonNode node, String name, UnaryOperator<String> text) {
        if (node.isTextual()) {
            return name.equals("number") ? node : TextNode.valueOf(text.apply(name));
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(changed(element, name, text)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> object.set(member.getKey(), changed(member.getValue(), member.getKey(), text)));
            return object;
        }
        return node;
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
