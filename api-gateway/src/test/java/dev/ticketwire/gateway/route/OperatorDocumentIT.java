package dev.ticketwire.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ticketwire.gateway.GatewayResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.ManagementInterface;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operator's OpenAPI document and the routes of the operator's address say the same. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class OperatorDocumentIT {
    @Inject
    Served served;

    @TestHTTPResource(management = true)
    URI management;

    /** What has been registered there. */
    @ApplicationScoped
    static class Served {
        private @Nullable Router router;

        void at(@Observes ManagementInterface management) {
            router = management.router();
        }

        Set<String> routes() {
            return Objects.requireNonNull(router).getRoutes().stream()
                    .filter(
                            route -> route.methods() != null
                                    && route.getPath() != null
                                    && route.getPath()
                                            .matches(
                                                    "/(overview|commands|keys|operations|dead-letters|events|mails|webhooks)(/.*)?"))
                    .flatMap(route -> route.methods().stream()
                            .map(method -> method.name() + ' ' + route.getPath().replaceAll(":[a-z]+", "*")))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatIsServedIsDocumentedAndWhatIsDocumentedIsServed() {
        Set<String> documented = ApiDocument.entries(ApiDocument.load("operator.yaml")).stream()
                .map(ApiDocument.Entry::route)
                .collect(Collectors.toSet());

        assertThat(served.routes()).hasSize(39).isEqualTo(documented);
    }

    @Test
    void itIsOpenApi31() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        assertThat(new OpenAPIV3Parser()
                        .readContents(ApiDocument.text("operator.yaml"), null, options)
                        .getMessages())
                .isNullOrEmpty();
    }

    @Test
    void itIsServedThereWithThePagesToWhichProblemsLead() {
        given().get(management.resolve("/openapi.yaml")).then().statusCode(200).body(containsString("rotateKey"));
        given().get(management.resolve("/openapi.json")).then().statusCode(200).body("openapi", equalTo("3.1.0"));
        given().get(management.resolve("/openapi-3.0.json"))
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.0.3"));
        String type = given().get(management.resolve("/keys"))
                .then()
                .statusCode(401)
                .extract()
                .path("type");
        given().get(management.resolve(type)).then().statusCode(200).body(containsString("operator-token-missing"));
        given().get(management.resolve("/problems/no-such-code")).then().statusCode(404);
    }
}
