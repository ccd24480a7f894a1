package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.ticketwire.contract.problem.ProblemCode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may read without a key. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class PagesIT {

    @ParameterizedTest
    @CsvSource({
        "/docs/, text/html",
        "/docs/start.js, text/javascript",
        "/docs/page.css, text/css",
        "/docs/swagger-ui.css, text/css",
        "/docs/swagger-ui-bundle.js, text/javascript",
        "/docs/favicon-32x32.png, image/png",
        "/openapi.json, application/json",
        "/openapi.yaml, application/yaml",
        "/openapi-3.0.json, application/json",
        "/openapi-3.0.yaml, application/yaml",
        "/asyncapi.json, application/json",
        "/asyncapi.yaml, application/yaml",
        "/events/schemas/ticket.created.v1.json, application/schema+json",
        "/problems, text/html",
        "/problems/ticket-not-found, text/html"
    })
    void aPageIsServedWithoutAKeyAndLoadsNothingFromElsewhere(String path, String type) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"));
        given().head(path).then().statusCode(200).contentType(startsWith(type));
    }

    @Test
    void theDocumentIsOneInBothForms() {
        given().get("/openapi.json")
                .then()
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/tickets'.post.operationId", equalTo("createTicket"))
                .body("paths.'/statistics/days'.get.responses.'200'.content.'text/csv'.schema.type", equalTo("string"));
        given().get("/openapi.yaml").then().body(containsString("openapi: 3.1.0"));
    }

    @Test
    void theDocumentIsThereAsOpenApi30InBothForms() {
        given().get("/openapi-3.0.json")
                .then()
                .body("openapi", equalTo("3.0.3"))
                .body("paths.'/tickets'.post.operationId", equalTo("createTicket"))
                .body("components.schemas.Changes.properties.dueDate.type", equalTo("string"))
                .body("components.schemas.Changes.properties.dueDate.nullable", equalTo(true));
        given().get("/openapi-3.0.yaml").then().body(startsWith("openapi: 3.0.3"));
    }

    @Test
    void theDocumentOfTheEventsLeadsToTheirSchemas() {
        String schema = given().get("/asyncapi.json")
                .then()
                .body("asyncapi", equalTo("3.0.0"))
                .extract()
                .path("components.messages.'ticket.transferred.v1'.payload.'$ref'");

        given().get("/" + schema).then().body("$id", equalTo("urn:ticketwire:event:ticket.transferred.v1"));
        given().get("/asyncapi.yaml").then().body(startsWith("asyncapi: 3.0.0"));
    }

    @Test
    void theShortOneLeadsToThePage() {
        given().redirects().follow(false).get("/docs").then().statusCode(301).header("Location", "/docs/");
    }

    @Test
    void theTypeOfAProblemLeadsToItsPage() {
        String type = given().get("/tickets/1").then().statusCode(401).extract().path("type");

        given().get(type)
                .then()
                .statusCode(200)
                .body(containsString("<h1>api key required</h1>"))
                .body(containsString("HTTP status 401"))
                .body(containsString("Send the key in the header X-API-Key."));
    }

    @Test
    void everyCodeHasAPageAndAnEntryInTheList() {
        String list = given().get("/problems").then().statusCode(200).extract().asString();

        assertThat(Jsoup.parse(list).select("dt code").eachText())
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
        for (ProblemCode code : ProblemCode.values()) {
            Document page = Jsoup.parse(given().get("/problems/" + code.code())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            assertThat(page.title()).isEqualTo(code.title() + " · Ticketwire");
            assertThat(page.select("p").eachText())
                    .element(0)
                    .asString()
                    .startsWith("Code " + code.code() + ", HTTP status " + code.status());
            assertThat(page.select("p").eachText()).contains(code.meaning(), code.remedy());
        }
    }

    @Test
    void textsAreEscaped() {
        given().get("/problems/php-timeout").then().body(containsString("osTicket&#39;s PHP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/index.html",
                "/docs/swagger-initializer.js",
                "/docs/swagger-ui.js",
                "/webjars/swagger-ui/5.32.6/swagger-ui.js",
                "/docs/docs/page.css",
                "/problems/",
                "/problems/<script>alert(1)</script>",
                "/problems/no-such-code",
                "/events/schemas/ticket.invented.v1.json",
                "/openapi/ticketwire.yaml"
            })
    void nothingElseIsServed(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body(not(containsString("<script")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs/..%2fapplication.properties", "/docs/page.css;x", "/problems/..", "/docs/%5cpage.css"})
    void anAmbiguousPathIsRefused(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400).body("code", equalTo("invalid-url"));
    }

    @Test
    void pagesAreReadAndNothingElse() {
        given().post("/docs/").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        given().delete("/problems/ticket-not-found").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }
}
