package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.system.OpenApiDocument.Example;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The requests that the OpenAPI document gives as examples, sent through the gateway: each gets the answer that its
 * operation lists first. In the place of the demo's tickets they are about tickets of their own.
 */
@WithRunningSuite
class DocumentedExamplesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCUMENTED_HOOK = "https://hooks.example.org/ticketwire";
    private static final Set<String> OF_A_FAMILY = Set.of("PARENT", "CHILDREN", "UNLINK");

    private final RunningSuite suite;
    private final OpenApiDocument api = new OpenApiDocument();

    DocumentedExamplesIT(RunningSuite suite) {
        this.suite = suite;
    }

    @TestFactory
    Stream<DynamicTest> anExampleIsAnsweredAsDocumented() {
        return api.examples().stream()
                .flatMap(example -> Stream.concat(Stream.of(example.path()), example.aliases().stream())
                        .map(path -> DynamicTest.dynamicTest(
                                example + " on " + path, () -> isAnsweredAsDocumented(example, path))));
    }

    private void isAnsweredAsDocumented(Example example, String path) throws IOException {
        if (example.body() != null) {
            assertThat(api.problems(example.requestSchema(), example.body()))
                    .as("the example")
                    .isEmpty();
        }

        Response response = send(example, path);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(example.status());
        JsonNode content = example.answer().path("content");
        String type = type(response);
        boolean asXml = path.endsWith(".xml") && type.equals("application/xml");
        assertThat(
                        content.isMissingNode()
                                ? type.isEmpty()
                                : content.has(asXml ? "application/json" : type) || content.has("*/*"))
                .as(type)
                .isTrue();
        assertThat(path.endsWith(".xml") && type.equals("application/json")).isFalse();
        if (type.equals("application/json")) {
            JsonNode body = JSON.readTree(response.asString());
            assertThat(api.problems(content.path(type).path("schema"), body))
                    .as(body.toString())
                    .isEmpty();
        }
        example.answer().path("headers").fieldNames().forEachRemaining(name -> {
            if (name.equals("ETag") || name.equals("Location")) {
                assertThat(response.header(name)).as(name).isNotEmpty();
            }
        });
    }

    @Test
    void aProblemIsAsDocumented() throws IOException {
        Response response = key().get("/tickets/none-has-this");

        JsonNode problem = JSON.readTree(response.asString());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(type(response)).isEqualTo("application/problem+json");
        assertThat(api.problems(api.schema("Problem"), problem)).isEmpty();
        assertThat(given().baseUri(suite.gateway().toString())
                        .get(problem.path("type").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anErrorOfThePluginIsAsDocumented() throws IOException {
        Response response = key().get("/api/tickets-get.php/none-has-this.json");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(api.problems(api.schema("PluginError"), JSON.readTree(response.asString())))
                .isEmpty();
    }

    private Response send(Example example, String template) {
        Map<String, String> tickets = example.path().contains("{number}") || mentionsTickets(example.body())
                ? Map.of("480113", created(), "602881", created(), "602882", created())
                : Map.of();
        if (OF_A_FAMILY.contains(example.meaning())) {
            key().contentType("application/json")
                    .body("{\"number\":\"" + tickets.get("602882") + "\"}")
                    .post("/tickets/" + tickets.get("602881") + "/children")
                    .then()
                    .statusCode(200);
        }
        RequestSpecification request =
                example.needsKey() ? key() : given().baseUri(suite.gateway().toString());
        String path = template.startsWith("/webhooks/{id}")
                ? new SampleWebhook(suite, DemoHelpDesk.FULL_KEY).path(template)
                : template;
        for (JsonNode parameter : example.parameters()) {
            String name = parameter.path("name").asText();
            String value = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("path") && path.contains("{" + name + "}")) {
                path = path.replace("{" + name + "}", argument(example, name, replaced(value, tickets)));
            } else if (parameter.path("in").asText().equals("query") && !value.isEmpty()) {
                request.queryParam(name, value);
            }
        }
        JsonNode body = example.body();
        if (body != null) {
            String text = body.isTextual() ? body.asText() : body.toString();
            // As bytes: RestAssured encodes text of the content types that it knows only.
            request.contentType(String.valueOf(example.contentType()))
                    .body(replaced(text.replace(DOCUMENTED_HOOK, SampleWebhook.NOBODY), tickets)
                            .getBytes(StandardCharsets.UTF_8));
        }
        return request.request(example.method(), path);
    }

    private String argument(Example example, String name, String value) {
        return switch (name) {
            case "receipt" -> receipt();
            case "id" -> Integer.toString(file());
            default -> value;
        };
    }

    private static boolean mentionsTickets(@Nullable JsonNode body) {
        return body != null && body.toString().contains("480113");
    }

    private static String replaced(String text, Map<String, String> tickets) {
        String replaced = text;
        for (Map.Entry<String, String> ticket : tickets.entrySet()) {
            replaced = replaced.replace(ticket.getKey(), ticket.getValue());
        }
        return replaced;
    }

    private String created() {
        return create("").then().statusCode(201).extract().path("number");
    }

    private int file() {
        String number = create(",\"attachments\":[{\"gate.txt\":\"data:text/plain,The gate\"}]")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        return key().get("/tickets/" + number + "/thread").path("[0].attachments[0].file_id");
    }

    private String receipt() {
        return key().header("Prefer", "respond-async")
                .delete("/tickets/" + created())
                .then()
                .statusCode(202)
                .extract()
                .path("receipt");
    }

    private Response create(String more) {
        return key().contentType("application/json")
                .body(
                        "{\"name\":\"Exa Mple\",\"email\":\"examples@example.org\",\"subject\":\"The gate\",\"message\":\"Stuck.\""
                                + more + "}")
                .post("/tickets");
    }

    private RequestSpecification key() {
        return given().baseUri(suite.gateway().toString()).header("X-API-Key", DemoHelpDesk.FULL_KEY);
    }

    /** The media type, empty if there is none. */
    private static String type(Response response) {
        String type = response.contentType() == null ? "" : response.contentType();
        int semicolon = type.indexOf(';');
        return semicolon < 0 ? type : type.substring(0, semicolon);
    }
}
