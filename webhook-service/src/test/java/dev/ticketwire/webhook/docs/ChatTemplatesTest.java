package dev.ticketwire.webhook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The templates of docs/webhooks.md, filled with an event of each type: as the chats take them, whatever the values are.
 * Limits are those of the chats' documentation.
 */
class ChatTemplatesTest {
    private static final int LONGEST_OF_SLACK = 3_000;
    private static final int LARGEST_OF_TEAMS = 28 * 1024;
    private static final int LONGEST_OF_MATTERMOST = 16_383;
    private static final Set<String> ELEMENTS_OF_CARDS = Set.of("RichTextBlock", "TextRun", "FactSet");
    private static final String MARKUP =
            "<!channel> & <https://a.example|b> *b* _i_ ~s~ `c` ![p](x) [l](x) @here @all <b>h</b> | \"q\" \\ {{id}}\n\n# h\n> q\n- i";

    /** Of each type: the golden example, with markup in all texts, and with long texts. */
    static Stream<JsonNode> events() throws IOException {
        return Stream.of(
                        ChatTemplate.events(),
                        ChatTemplate.eventsOf(MARKUP),
                        ChatTemplate.eventsOf("& <".repeat(5_000)),
                        ChatTemplate.eventsOf("\uD83D\uDEB2".repeat(5_000)))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("events")
    void slackTakesTheMessage(JsonNode event) throws IOException {
        JsonNode message = ChatTemplate.of("slack").filled(event);

        assertThat(message.path("text").textValue()).isNotEmpty();
        assertThat(message.path("blocks")).hasSizeBetween(1, 50);
        assertThat(ChatTemplate.texts(message))
                .allSatisfy(text -> assertThat(text)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(LONGEST_OF_SLACK)
                        .doesNotContain("<", ">")
                        .doesNotContainPattern("&(?!amp;|lt;|gt;)"));
        assertThat(message.findParents("type"))
                .filteredOn(part -> part.path("type").textValue().equals("mrkdwn"))
                .isNotEmpty()
                .allMatch(part ->
                        part.path("text").isTextual() && part.path("verbatim").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("events")
    void teamsTakesTheCard(JsonNode event) throws IOException {
        JsonNode message = ChatTemplate.of("teams").filled(event);

        assertThat(message.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_OF_TEAMS);
        assertThat(message.path("type").textValue()).isEqualTo("message");
        JsonNode attachment = message.path("attachments").path(0);
        assertThat(attachment.path("contentType").textValue()).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.path("content");
        assertThat(card.path("type").textValue()).isEqualTo("AdaptiveCard");
        List<JsonNode> elements = card.path("body").findParents("type");
        assertThat(elements)
                .isNotEmpty()
                .allMatch(element ->
                        ELEMENTS_OF_CARDS.contains(element.path("type").textValue()));
        Stream.of("text", "title", "value")
                .flatMap(name -> card.path("body").findValues(name).stream())
                .forEach(
                        text -> assertThat(text.isTextual()).as(card.toString()).isTrue());
        card.path("body").findValues("value").subList(0, 2).forEach(value -> assertOnlyText(value.textValue()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void mattermostTakesTheMessage(JsonNode event) throws IOException {
        JsonNode message = ChatTemplate.of("mattermost").filled(event);

        String text = message.path("text").textValue();
        assertThat(text)
                .hasSizeLessThanOrEqualTo(LONGEST_OF_MATTERMOST)
                .doesNotContainPattern("(?<![A-Za-z0-9])@[a-z]");
        assertThat(text.lines()).hasSize(2);
        assertOnlyText(text);
    }

    /** What is Markdown in it is the template's own: one paragraph, one strong name, one quotation. */
    private static void assertOnlyText(String markdown) {
        Document document = Parser.builder().build().parse(markdown);
        assertThat(kinds(document))
                .as(markdown)
                .isSubsetOf(Paragraph.class, Text.class, StrongEmphasis.class, SoftLineBreak.class, BlockQuote.class);
        assertThat(kinds(document).stream().filter(StrongEmphasis.class::equals))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(kinds(document).stream().filter(BlockQuote.class::equals)).hasSizeLessThanOrEqualTo(1);
    }

    private static List<Class<? extends Node>> kinds(Node node) {
        List<Class<? extends Node>> kinds = new ArrayList<>();
        for (Node child : node.getDescendants()) {
            kinds.add(child.getClass());
        }
        return kinds;
    }
}
