package dev.ticketwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketwire.contract.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRendererTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode EVENT = json("""
            {"id": "e-1", "type": "ticket.created.v1", "time": "2026-11-30T09:33:00Z",
             "data": {"ticket": {"id": 22, "number": "480113", "subject": "Front brake squeals", "answered": false,
               "agent": null, "status": {"id": 1, "name": "Open"}},
              "after": {"entry": {"attachments": [{"name": "a.png"}, {"name": "b.png"}]}}}}
            """);

    @Test
    void aStringThatIsOnePlaceholderBecomesTheValueWithItsType() {
        assertThat(rendered("""
                {"n": "{{data.ticket.id}}", "a": "{{data.ticket.answered}}", "s": "{{ data.ticket.status }}",
                 "none": "{{data.ticket.agent}}", "missing": "{{data.no.such.path}}", "list": ["{{data.ticket.number}}"]}
                """)).isEqualTo(json("""
                {"n": 22, "a": false, "s": {"id": 1, "name": "Open"}, "none": null, "missing": null, "list": ["480113"]}
                """));
    }

    @Test
    void withinTextAndWithAFormatItIsText() {
        assertThat(rendered("""
                {"t": "#{{data.ticket.number}} {{data.ticket.subject}}, agent: {{data.ticket.agent.name}}.",
                 "f": "{{data.ticket.agent.name|text}}", "n": "{{data.ticket.id|text}}",
                 "o": "status {{data.ticket.status}}", "i": "{{data.after.entry.attachments.1.name}}"}
                """)).isEqualTo(json("""
                {"t": "#480113 Front brake squeals, agent: .", "f": "", "n": "22",
                 "o": "status {\\"id\\":1,\\"name\\":\\"Open\\"}", "i": "b.png"}
                """));
    }

    @Test
    void otherBracesStayAsTheyAre() {
        assertThat(rendered("\"{{DATE({{time}}, SHORT)}} {{}} {{ a b }} {data} ${x}\""))
                .isEqualTo(json("\"{{DATE(2026-11-30T09:33:00Z, SHORT)}} {{}} {{ a b }} {data} ${x}\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\", \"admin\": true, \"x\": \"",
                "{{data.ticket.number}}",
                "{{{{data.ticket.number}}",
                "}} {{id|slack}} {{",
                "$1 \\1 \\u0022 \\",
                "</script><script>alert(1)</script>",
                "line\nbreak \u0000 \u2028",
                "{\"a\": [1]}"
            })
    void noValueChangesAnythingButItsOwnPlace(String hostile) {
        JsonNode event = withSubject(hostile);
        JsonNode template = json("{\"text\": \"<{{data.ticket.subject}}>\", \"value\": \"{{data.ticket.subject}}\"}");

        JsonNode body = TemplateRenderer.render(template, event);

        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        expected.put("text", "<" + hostile + ">").put("value", hostile);
        assertThat(body).isEqualTo(expected);
    }

    @Test
    void slackGetsNeitherLinksNorMentions() {
        JsonNode event = withSubject("<!channel> & <https://evil.example|login>");

        assertThat(TemplateRenderer.render(json("\"New: {{data.ticket.subject|slack}}\""), event)
                        .textValue())
                .isEqualTo("New: &lt;!channel&gt; &amp; &lt;https://evil.example|login&gt;");
    }

    @Test
    void markdownStaysOneLineOfText() {
        JsonNode event = withSubject("a\n# *b* [c](http://d) <e> `f` | &lt; @here x@y.example");

        assertThat(TemplateRenderer.render(json("\"{{data.ticket.subject|markdown}}\""), event)
                        .textValue())
                .isEqualTo("a \\# \\*b\\* \\[c\\]\\(http://d\\) \\<e\\> \\`f\\` \\| \\&lt; @\u200Bhere x@y\\.example");
    }

    @Test
    void shortCountsCodePointsAndEndsWithAnEllipsis() {
        String smileys = "😀".repeat(300);

        String text = TemplateRenderer.render(json("\"{{data.ticket.subject|short}}\""), withSubject(smileys))
                .textValue();

        assertThat(text).isEqualTo("😀".repeat(199) + "…");
        assertThat(TemplateRenderer.render(json("\"{{data.ticket.subject|short}}\""), withSubject("abc"))
                        .textValue())
                .isEqualTo("abc");
    }

    @Test
    void plainIsHtmlAsText() {
        JsonNode event = withSubject("<p>Hello&nbsp;<b>you</b></p><script>x()</script><p>1 &lt; 2</p>");

        assertThat(TemplateRenderer.render(json("\"{{data.ticket.subject|plain|slack}}\""), event)
                        .textValue())
                .isEqualTo("Hello you 1 &lt; 2");
    }

    @Test
    void theResultIsBounded() {
        JsonNode event = withSubject("x".repeat(65_536));
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < TemplateCheck.MOST_PLACEHOLDERS; i++) {
            template.append("{{data.ticket.subject}}");
        }

        String text = TemplateRenderer.render(JsonNodeFactory.instance.textNode(template.toString()), event)
                .textValue();

        assertThat(text).hasSize(TemplateRenderer.LONGEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"a\": [\"{{data.ticket.subject|loud}}\"]}; unknown format loud (at /a/0)",
                "{\"a/b\": \"{{ticket.number}}\"}; names ticket.number, which no event has",
                "{\"a/b\": \"{{ticket.number}}\"}; (at /a~1b)",
                "[1, \"\\ud800\"]; half of a surrogate pair (at /1)"
            })
    void aTemplateThatCannotBeFilledIsRefused(String template, String text) {
        assertThatThrownBy(() -> TemplateRenderer.check(json(template)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().field()).isEqualTo("template");
                    assertThat(refused.refusal().status()).isEqualTo(400);
                })
                .hasMessageContaining(text);
    }

    @Test
    void sizeDepthAndNumbersAreBounded() {
        assertThatThrownBy(() -> TemplateRenderer.check(json("[".repeat(40) + "]".repeat(40))))
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> TemplateRenderer.check(json("\"" + "x".repeat(40_000) + "\"")))
                .hasMessageContaining("longer");
        assertThatThrownBy(() -> TemplateRenderer.check(json("\"" + "{{id}}".repeat(201) + "\"")))
                .hasMessageContaining("placeholders");
        assertThatThrownBy(() -> TemplateRenderer.check(json("[" + "1,".repeat(2_000) + "1]")))
                .hasMessageContaining("values");
        TemplateRenderer.check(json("{\"text\": \"{{data.ticket.subject|short|slack}}\", \"n\": [1, null, true]}"));
    }

    private static JsonNode rendered(String template) {
        TemplateRenderer.check(json(template));
        return TemplateRenderer.render(json(template), EVENT);
    }

    private static JsonNode withSubject(String subject) {
        JsonNode event = EVENT.deepCopy();
        ((ObjectNode) event.at("/data/ticket")).put("subject", subject);
        return event;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
