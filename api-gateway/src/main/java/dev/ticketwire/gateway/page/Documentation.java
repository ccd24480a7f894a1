package dev.ticketwire.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketwire.contract.event.EventSchemas;
import dev.ticketwire.contract.event.TicketEventType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads the OpenAPI and AsyncAPI documents and Swagger UI. */
final class Documentation {
    private static final String DOCUMENT = "/openapi/ticketwire.yaml";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String SCHEMA = "application/schema+json; charset=UTF-8";
    private static final String YAML = "application/yaml";
    private static final String JAVASCRIPT = "text/javascript; charset=UTF-8";
    private static final String CSS = "text/css; charset=UTF-8";

    private static final String YAML_SERVER = "servers:\n  - url: /\n";
    private static final String WRITTEN_SERVER = "servers:\n- url: /\n";
    private static final String JSON_SERVER = "\"servers\":[{\"url\":\"/\"";

    private Documentation() {}

    /** Pages by path, without the leading slash. Blocks. */
    static Map<String, Page> read(ObjectMapper json) {
        Map<String, Page> pages = new HashMap<>(document(DOCUMENT, json));
        pages.putAll(events(json));
        pages.put("docs/", Page.of(Page.HTML, Resources.bytes("/docs/index.html")));
        pages.put("docs/start.js", Page.of(JAVASCRIPT, Resources.bytes("/docs/start.js")));
        pages.put("docs/page.css", style());
        pages.put("docs/swagger-ui.css", Page.of(CSS, Resources.swaggerUi("swagger-ui.css")));
        pages.put("docs/swagger-ui-bundle.js", Page.of(JAVASCRIPT, Resources.swaggerUi("swagger-ui-bundle.js")));
        pages.put("docs/favicon-32x32.png", Page.of("image/png", Resources.swaggerUi("favicon-32x32.png")));
        return pages;
    }

    /** An OpenAPI document as JSON and YAML, and both as OpenAPI 3.0; by path as above. Blocks. */
    static Map<String, Page> document(String file, ObjectMapper json) {
        Map<String, Object> document = Resources.yaml(file);
        Map<String, Object> in30 = OpenApi30.of(document);
        return Map.of(
                "openapi.yaml", Page.ofServer(YAML, Resources.bytes(file), YAML_SERVER),
                "openapi.json", Page.ofServer(JSON, json(json, document), JSON_SERVER),
                "openapi-3.0.yaml", Page.ofServer(YAML, Resources.written(in30), WRITTEN_SERVER),
                "openapi-3.0.json", Page.ofServer(JSON, json(json, in30), JSON_SERVER));
    }

    /** The AsyncAPI document as JSON and YAML. */
    private static Map<String, Page> events(ObjectMapper json) {
        Map<String, Object> document = AsyncApi.complete(Resources.yaml("/asyncapi/ticketwire.yaml"), json);
        return Map.of(
                "asyncapi.yaml", Page.of(YAML, Resources.written(document)),
                "asyncapi.json", Page.of(JSON, json(json, document)));
    }

    /** The schemas of the events' data, by type: {@code ticket.created.v1}. Blocks. */
    static Map<String, Page> schemas(ObjectMapper json) {
        return Arrays.stream(TicketEventType.values())
                .collect(Collectors.toMap(
                        TicketEventType::type, type -> Page.of(SCHEMA, json(json, EventSchemas.schema(type)))));
    }

    /** The style sheet of the problem pages. Blocks. */
    static Page style() {
        return Page.of(CSS, Resources.bytes("/docs/page.css"));
    }

    private static byte[] json(ObjectMapper json, Object document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
