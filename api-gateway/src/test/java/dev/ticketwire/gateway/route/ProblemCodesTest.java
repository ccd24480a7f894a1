package dev.ticketwire.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem code in the sources of all services has its page, and stands in the OpenAPI document. */
class ProblemCodesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of(
            "rest-support",
            "api-gateway",
            "ticket-command-service",
            "ticket-query-service",
            "subticket-service",
            "stats-service");
    /** A call that makes a refusal or a problem, its code first or behind its status. */
    private static final Pattern MADE =
            Pattern.compile("\\b(?<!Charsets\\.)(?:Refused|Refusal|of|plain|problem|refused|only|tooMany)\\(\\s*"
                    + "(?:(\\d{3}|[\\w.]+\\(\\)),\\s*)?\"([a-z]+(?:-[a-z]+)+|unavailable)\"(?:,\\s*(\\d{3}))?");
    /** The command service's look-ups by id or name make theirs of what is looked for. */
    private static final Pattern LOOKED_UP = Pattern.compile("\"([a-z]+)\", \"[A-Z][A-Za-z ]+\"\\)");

    private static final Path RESOLVER =
            ROOT.resolve("ticket-command-service/src/main/java/dev/ticketwire/command/ticket/Resolver.java");
    /** Between services. */
    private static final Set<String> INSIDE = Set.of("command-not-found", "identity-missing");
    /** On the operator's address alone. */
    private static final Set<String> OPERATORS =
            Set.of("dead-letter-not-found", "key-not-found", "operator-token-missing", "osticket-key");

    private static final JsonNode PAGES = ApiDocument.load("problems.yaml");

    @Test
    void everyCodeHasAPageAndEveryPageIsOfACode() {
        assertThat(codes()).containsExactlyInAnyOrderElementsOf(inSources().keySet());
    }

    @Test
    void everyStatusOfACodeIsOnItsPage() {
        inSources()
                .forEach((code, statuses) -> assertThat(
                                ApiDocument.strings(PAGES.path(code).path("status")))
                        .as(code)
                        .containsAll(statuses));
    }

    @Test
    void everyPageSaysWhatItMeansAndWhatToDo() {
        assertThat(PAGES).allSatisfy(page -> {
            assertThat(page.properties()).extracting(Map.Entry::getKey).containsExactly("status", "means", "do");
            assertThat(page.path("means").asText()).endsWith(".");
            assertThat(page.path("do").asText()).endsWith(".");
        });
    }

    @Test
    void theDocumentHasEveryCodeThatACallerMayGet() {
        Set<String> expected = codes();
        expected.removeAll(INSIDE);
        expected.removeAll(OPERATORS);

        assertThat(codesOf(ApiDocument.ROOT)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theOperatorsDocumentHasEveryCodeThatIsTheirsAlone() {
        assertThat(codesOf(ApiDocument.load("operator.yaml"))).containsAll(OPERATORS);
        assertThat(codes()).containsAll(codesOf(ApiDocument.load("operator.yaml")));
    }

    private static Set<String> codesOf(JsonNode document) {
        Set<String> codes = new HashSet<>(ApiDocument.strings(document.path("x-codes")));
        ApiDocument.entries(document)
                .forEach(entry ->
                        codes.addAll(ApiDocument.strings(entry.operation().path("x-codes"))));
        return codes;
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        PAGES.fieldNames().forEachRemaining(codes::add);
        return codes;
    }

    /** Codes with the statuses that stand beside them. */
    private static Map<String, Set<String>> inSources() {
        Map<String, Set<String>> codes = new TreeMap<>();
        MODULES.stream().flatMap(ProblemCodesTest::sources).forEach(source -> {
            Matcher made = MADE.matcher(text(source));
            while (made.find()) {
                Set<String> statuses = codes.computeIfAbsent(made.group(2), code -> new TreeSet<>());
                Stream.of(1, 3)
                        .map(made::group)
                        .filter(status -> status != null && status.matches("\\d{3}"))
                        .forEach(statuses::add);
            }
        });
        Matcher lookedUp = LOOKED_UP.matcher(text(RESOLVER));
        while (lookedUp.find()) {
            codes.computeIfAbsent(lookedUp.group(1) + "-not-found", code -> new TreeSet<>())
                    .add("404");
        }
        return codes;
    }

    private static Stream<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
