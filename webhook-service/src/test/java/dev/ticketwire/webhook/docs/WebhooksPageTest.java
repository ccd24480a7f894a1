package dev.ticketwire.webhook.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code in docs/webhooks.md is that of the samples, which are run. */
class WebhooksPageTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern CODE = Pattern.compile("From \\[`[^`]+`]\\(([^)]+)\\):\n```[a-z]+\n((?s:.*?))```");
    private static final Pattern JSON = Pattern.compile("```json\n((?s:.*?))```");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<MatchResult> code() throws IOException {
        return CODE.matcher(page()).results().toList();
    }

    @ParameterizedTest
    @MethodSource("code")
    void codeIsAPieceOfTheFileThatItLinks(MatchResult example) throws IOException {
        assertThat(withoutIndentation(Files.readString(DOCS.resolve(example.group(1)))))
                .contains(withoutIndentation(example.group(2)));
    }

    @Test
    void everySampleIsShown() throws IOException {
        List<String> shown =
                code().stream().map(example -> example.group(1).split("/")[3]).toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(names(SampleReceiver.FOLDER));
    }

    @Test
    void everyTemplateIsShown() throws IOException {
        List<JsonNode> shown = JSON.matcher(page())
                .results()
                .map(example -> parsed(example.group(1)))
                .toList();
        for (Path file : ChatTemplate.files()) {
            assertThat(shown).as(file.toString()).contains(parsed(Files.readString(file)));
        }
    }

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("webhooks.md"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }
}
