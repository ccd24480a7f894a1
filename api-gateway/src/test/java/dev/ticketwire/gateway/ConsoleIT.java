package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's files on the operator's address; what they do is tested in a browser, in system-tests. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class ConsoleIT {
    @TestHTTPResource(management = true)
    URI management;

    @Test
    void thePageIsServedWithAPolicyThatLetsNoOtherScriptRun() {
        given().redirects()
                .follow(false)
                .get(management.resolve("/console"))
                .then()
                .statusCode(302)
                .header("Location", "/console/");
        given().get(management.resolve("/console/"))
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Set-Cookie", nullValue())
                .body(not(containsString("<script>")))
                .body(not(containsString("style=")));
    }

    @ParameterizedTest
    @CsvSource({
        "console.js, text/javascript",
        "page/keys.js, text/javascript",
        "console.css, text/css",
        "icon.svg, image/svg+xml",
        "library/preact.js, text/javascript",
        "library/preact-hooks.js, text/javascript",
        "library/uplot.js, text/javascript",
        "library/uplot.css, text/css",
        "library/bootstrap.css, text/css"
    })
    void aFileIsServedOnceAndThenOnlyAskedAfter(String name, String type) {
        URI file = management.resolve("/console/" + name);
        String tag = given().get(file)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Cache-Control", "no-cache")
                .body(not(emptyString()))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get(file).then().statusCode(304).body(emptyString());
        given().head(file).then().statusCode(200).header("ETag", equalTo(tag)).body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.properties",
                "page/",
                "page/..%2Findex.html",
                "..%2Fapplication.properties",
                "library/preact.umd.js",
                "library/../../application.properties"
            })
    void nothingElseIsServed(String name) {
        given().urlEncodingEnabled(false)
                .get(management.resolve("/console/") + name)
                .then()
                .statusCode(404);
    }
}
