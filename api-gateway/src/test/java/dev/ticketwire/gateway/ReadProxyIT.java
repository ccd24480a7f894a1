package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.ticketwire.contract.command.CommandHeaders;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Headers that go through the gateway, and those that do not. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
class ReadProxyIT extends WithCommandService {

    @Test
    void anAnswerOfAShortPathKeepsItsHeadersAndItsLinkBecomesWhole() {
        keyed(READ_ONLY)
                .header("Origin", "https://portal.example")
                .header("Host", "desk.example:8443")
                .header("X-Forwarded-Proto", "https")
                .get("/tickets/100001")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .header("X-Total-Count", "7")
                .header("X-Content-Type-Options", "nosniff")
                .header("Link", "<https://desk.example:8443/tickets?limit=1&cursor=x>; rel=\"next\"")
                .header("Cache-Control", "private, no-cache")
                .header("Pragma", nullValue())
                .header("Expires", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Set-Cookie", nullValue());
        keyed(READ_ONLY)
                .get("/tickets/100001")
                .then()
                .header("Link", matchesPattern("<http://[^/]+:[0-9]+/tickets\\?limit=1&cursor=x>; rel=\"next\""));
    }

    @Test
    void aLinkIsWholeOverHttp2Too() throws Exception {
        URI gateway = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/tickets/100001");
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .version(HttpClient.Version.HTTP_2)
                .header("X-API-Key", READ_ONLY)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Link"))
                    .hasValue("<" + gateway.resolve("/tickets?limit=1&cursor=x") + ">; rel=\"next\"");
        }
    }

    @Test
    void onThePluginsPathsThereIsNoneOfThemButAWarning() {
        keyed(READ_ONLY)
                .header("If-None-Match", "\"v1\"")
                .get("/api/tickets-get.php/100001.json")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .header("Link", nullValue())
                .header("Warning", "299 - \"ignored\"")
                .header("Cache-Control", "no-store, no-cache, must-revalidate");
    }

    @Test
    void whoHasTheAnswerAlreadyGetsNoBody() {
        byte[] body = keyed(READ_ONLY)
                .header("If-None-Match", "\"v1\"")
                .get("/tickets/100001")
                .then()
                .statusCode(304)
                .header("ETag", "\"v1\"")
                .header("Content-Type", nullValue())
                .extract()
                .asByteArray();

        assertThat(body).isEmpty();
    }

    @Test
    void aPartOfAFileIsPassedOnAsOne() {
        keyed(READ_ONLY)
                .header("Range", "bytes=2-3")
                .get("/attachments/4/content")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 2-3/10")
                .body(equalTo("23"));
        keyed(READ_ONLY)
                .header("Range", "bytes=99-")
                .get("/attachments/4/content")
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */10")
                .body("code", equalTo("range-not-satisfiable"));
    }

    @Test
    void theVersionThatACallerSawGoesWithTheCommand() {
        keyed(FULL)
                .header("If-Match", "W/\"v0\", \"v1\"")
                .body(Map.of("note", "seen"))
                .patch("/tickets/seen-before")
                .then()
                .statusCode(200);

        ConsumerRecord<String, byte[]> command =
                first(record -> CommandService.command(record).ticket().equals("seen-before"));
        assertThat(CommandService.header(command, CommandHeaders.IF_MATCH)).isEqualTo("\"v1\"");
    }

    @Test
    void aVersionThatIsNoneOrOfNothingIsRefused() {
        keyed(FULL)
                .header("If-Match", "v1")
                .body(Map.of("subject", "x"))
                .patch("/tickets/100001")
                .then()
                .statusCode(400)
                .body("field", equalTo("If-Match"));
        keyed(FULL)
                .header("If-Match", "\"v1\"")
                .body(Map.of("subject", "x"))
                .post("/tickets")
                .then()
                .statusCode(400)
                .body("code", equalTo("if-match-not-supported"));
        keyed(FULL)
                .header("If-Match", "*")
                .body(Map.of("operations", List.of()))
                .post("/tickets/bulk")
                .then()
                .statusCode(400)
                .body("code", equalTo("if-match-not-supported"));
    }
}
