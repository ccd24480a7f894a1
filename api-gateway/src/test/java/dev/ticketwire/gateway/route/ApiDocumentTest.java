package dev.ticketwire.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import dev.ticketwire.gateway.route.ApiDocument.Entry;
import dev.ticketwire.osticket.filter.TicketFilter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document and the table of operations say the same. */
class ApiDocumentTest {
    private static final Map<String, String> ARGUMENTS = Map.of(
            "{number}", "480113",
            "{id}", "4",
            "{delivery}", "9",
            "{receipt}", "AbC_-1",
            "{code}", "ticket-not-found",
            "{type}", "ticket.created.v1");
    private static final Set<String> NO_FILTERS = Set.of("sort", "limit", "cursor", "total", "externalId", "fields");

    static Stream<Entry> documented() {
        return ApiDocument.entries().stream().flatMap(Entry::withAliases);
    }

    @Test
    void theDocumentIsOpenApi31() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(ApiDocument.text("ticketwire.yaml"), null, options);

        assertThat(result.getMessages()).isNullOrEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(result.getOpenAPI().getPaths())
                .hasSize(ApiDocument.ROOT.path("paths").size());
    }

    @ParameterizedTest
    @MethodSource("documented")
    void whatIsDocumentedIsServedWithItsPermission(Entry entry) {
        String path = entry.path();
        for (Map.Entry<String, String> argument : ARGUMENTS.entrySet()) {
            path = path.replace(argument.getKey(), argument.getValue());
        }

        RequestTarget target = RouteTable.match(entry.method(), path);

        assertThat(target.error()).isNull();
        assertThat(target.known().name())
                .isEqualTo(entry.operation().path("x-operation").asText());
        assertThat(ApiDocument.strings(entry.operation().path("x-permission"))).isEqualTo(permissions(target.known()));
        assertThat(entry.operation().has("security")).isEqualTo(target.known().isPublic());
    }

    @Test
    void everyShortPathIsDocumented() {
        List<String> served = RouteTable.SHORT.stream()
                .filter(route -> !route.template().startsWith("/docs"))
                .map(route -> route.method() + ' ' + route.template())
                .toList();

        assertThat(documented().map(Entry::route)).containsAll(served);
    }

    @Test
    void everyPathOfThePluginIsDocumented() {
        List<String> documented = documented().map(Entry::route).toList();
        Arrays.stream(Operation.values())
                .filter(operation -> operation.script() != null)
                .forEach(operation -> {
                    String path = "/api/" + operation.script() + ".php";
                    List<String> tails = operation.argument() == Operation.Argument.NONE
                            ? List.of("", "/", ".json", ".xml", "/.json", "/.xml")
                            : List.of("/*.json", "/*.xml");
                    for (String method : operation.methods()) {
                        tails.forEach(tail ->
                                assertThat(documented).as(operation.name()).contains(method + ' ' + path + tail));
                    }
                });
        for (String root : List.of("/api", "/api/http.php", "/api/wildcard", "/api/wildcard.php")) {
            assertThat(documented)
                    .contains("POST " + root + "/tickets.json", "POST " + root + "/tickets.xml")
                    .contains("POST " + root + "/tickets.email")
                    .contains("PATCH " + root + "/tickets/*.json", "PATCH " + root + "/tickets/*.xml")
                    .contains("PUT " + root + "/tickets/*.json", "PUT " + root + "/tickets/*.xml")
                    .contains("GET " + root + "/tickets/*.json", "GET " + root + "/tickets/*.xml")
                    .contains("DELETE " + root + "/tickets/*.json", "DELETE " + root + "/tickets/*.xml");
        }
    }

    @Test
    void whatIsListedForOperatorsIsWhatIsDocumentedOfThePluginsPaths() {
        Set<String> listed = Endpoint.all().stream()
                .flatMap(endpoint -> Stream.concat(Stream.of(endpoint.path()), endpoint.aliases().stream())
                        .map(path -> endpoint.method() + ' ' + path))
                .map(path -> path.replaceAll("\\{[^}]+}", "*"))
                .filter(path -> path.contains(" /api/"))
                .collect(Collectors.toSet());

        assertThat(listed)
                .isEqualTo(documented()
                        .map(Entry::route)
                        .filter(route -> route.contains(" /api/"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndSaysWhatItAnswers() {
        assertThat(ApiDocument.entries()).extracting(Entry::operationId).doesNotHaveDuplicates();
        assertThat(ApiDocument.entries())
                .allSatisfy(entry -> assertThat(entry.operation().path("responses"))
                        .hasSizeGreaterThan(1)
                        .anyMatch(answer -> answer.path("$ref").asText().matches(".*/(Problem|Error|CreateError)")));
    }

    /** Postman takes a segment that is not an argument as a whole for text, and generators make up an example. */
    @Test
    void anArgumentIsASegmentOfItsOwnOrHasAnEndingAndAnExample() {
        assertThat(ApiDocument.ROOT.path("paths").fieldNames())
                .toIterable()
                .allMatch(path -> path.matches("(/[a-z0-9.-]+|/\\{[a-z]+}(\\.json)?)+"));
        assertThat(ApiDocument.ROOT.findParents("in"))
                .filteredOn(parameter -> parameter.path("in").asText().equals("path"))
                .isNotEmpty()
                .allMatch(parameter -> parameter.has("example"));
    }

    /** Of what generators of clients get wrong: ADR 13. */
    @ParameterizedTest
    @ValueSource(strings = {"ticketwire.yaml", "operator.yaml"})
    void schemasAreSuchAsGeneratedClientsReadRightly(String name) {
        JsonNode document = ApiDocument.load(name);

        assertThat(document.findParents("oneOf")).allMatch(schema -> schema.has("discriminator"));
        assertThat(document.findValues("anyOf")).isEmpty();
        assertThat(document.findValues("additionalProperties")).noneMatch(value -> value.equals(BooleanNode.FALSE));
        assertThat(document.findParents("type").stream()
                        .filter(schema -> schema.path("type").isArray()))
                .noneMatch(schema -> schema.has("default"))
                .allMatch(ApiDocumentTest::isOneKindOrNull);
    }

    /** Or the id of a group in statistics, which is a number or a name. */
    private static boolean isOneKindOrNull(JsonNode schema) {
        List<String> types = ApiDocument.strings(schema.path("type"));
        return types.size() == 2 && types.contains("null") || types.equals(List.of("integer", "string"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Changes", "PluginChanges"})
    void anUpdateMayCallTheStatusAsAnswersDo(String schema) {
        assertThat(ApiDocument.ROOT
                        .at("/components/schemas/" + schema + "/properties")
                        .fieldNames())
                .toIterable()
                .contains("statusId", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patch", "put"})
    void thePluginsUpdateTakesXmlToo(String method) {
        assertThat(ApiDocument.ROOT
                        .path("paths")
                        .path("/api/tickets-update.php/{number}.json")
                        .path(method)
                        .at("/requestBody/content")
                        .fieldNames())
                .toIterable()
                .containsExactly("application/json", "application/xml");
    }

    @Test
    void everyOperationNamesItsRefusals() {
        assertThat(ApiDocument.entries())
                .allMatch(entry -> entry.operation().path("responses").has("4XX"));
    }

    @Test
    void theParametersOfTheListAreItsFilters() {
        JsonNode parameters = ApiDocument.ROOT.path("components").path("parameters");
        JsonNode list = ApiDocument.ROOT.path("paths").path("/tickets").path("get");
        Set<String> names = new HashSet<>();
        list.path("parameters").forEach(parameter -> {
            String reference = parameter.path("$ref").asText();
            JsonNode meant = reference.isEmpty()
                    ? parameter
                    : parameters.path(reference.substring(reference.lastIndexOf('/') + 1));
            names.add(meant.path("name").asText());
        });

        assertThat(names)
                .containsAll(NO_FILTERS)
                .allMatch(name -> NO_FILTERS.contains(name) || TicketFilter.isFilter(name))
                .hasSize(NO_FILTERS.size() + 16 + 8);
    }

    private static List<String> permissions(Operation operation) {
        Operation.Permission needed = operation.permission();
        if (needed == null) {
            return List.of();
        }
        return needed.orElse() == null ? List.of(needed.column()) : List.of(needed.column(), needed.orElse());
    }
}
