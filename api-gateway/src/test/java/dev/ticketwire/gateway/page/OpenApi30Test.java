package dev.ticketwire.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class OpenApi30Test {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/ticketwire.yaml", "/openapi/operator.yaml"})
    void aDocumentIsValidAndHasTheSameOperations(String file) throws JsonProcessingException {
        Map<String, Object> document = Resources.yaml(file);
        Map<String, Object> in30 = OpenApi30.of(document);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(JSON.writeValueAsString(in30), null, options);

        assertThat(result.getMessages()).isNullOrEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.0.3");
        JsonNode before = JSON.valueToTree(document);
        JsonNode after = JSON.valueToTree(in30);
        assertThat(after.findValuesAsText("operationId")).isEqualTo(before.findValuesAsText("operationId"));
        assertThat(after.findValuesAsText("$ref")).isEqualTo(before.findValuesAsText("$ref"));
        assertThat(after.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> before.at("/components/schemas").fieldNames());
        assertThat(after.findValues("type")).noneMatch(JsonNode::isArray);
        assertThat(Resources.yaml(file)).isEqualTo(document);
    }

    @Test
    void onlyWhatIsASchemaIsConverted() {
        Map<String, Object> document = new Yaml().load("""
                openapi: 3.1.0
                info: {title: T, summary: S, version: '1', license: {name: A, identifier: Apache-2.0}}
                x-codes: [{const: 1}]
                paths:
                  /a:
                    get:
                      parameters: [{name: const, in: query, schema: {const: 1}, example: {const: 1, schema: {const: 1}}}]
                components:
                  parameters:
                    example: {name: a, in: query, schema: {const: 1}}
                    schema: {name: b, in: query, schema: {const: 1}}
                  schemas:
                    example: {const: 1}
                """);

        assertThat(OpenApi30.of(document)).isEqualTo(new Yaml().<Map<String, Object>>load("""
                openapi: 3.0.3
                info: {title: T, version: '1', license: {name: A, url: 'https://spdx.org/licenses/Apache-2.0.html'}}
                x-codes: [{const: 1}]
                paths:
                  /a:
                    get:
                      parameters: [{name: const, in: query, schema: {enum: [1]}, example: {const: 1, schema: {const: 1}}}]
                components:
                  parameters:
                    example: {name: a, in: query, schema: {enum: [1]}}
                    schema: {name: b, in: query, schema: {enum: [1]}}
                  schemas:
                    example: {enum: [1]}
                """));
    }

    @Test
    void webhooksAreNotDroppedInSilence() {
        assertThatIllegalArgumentException().isThrownBy(() -> OpenApi30.of(Map.of("webhooks", Map.of())));
    }
}
