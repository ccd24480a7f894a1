package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** A webhook of a key for an address where nobody answers, and a delivery to it that waits. */
final class SampleWebhook {
    static final String NOBODY = "http://127.0.0.1:9/hook";
    private static final String UNKNOWN = "1";

    private final RunningSuite suite;
    private final String key;

    SampleWebhook(RunningSuite suite, String key) {
        this.suite = suite;
        this.key = key;
    }

    /** With a webhook's id in the place of the first argument, and a delivery's in that of the second. */
    String path(String template) {
        String id = made();
        String path = template.replaceFirst("\\{[a-z]+}", id);
        return path.contains("{") ? path.replaceFirst("\\{[a-z]+}", delivery(id)) : path;
    }

    /** @return the id; of a key that may have none some number */
    private String made() {
        Response answer = request()
                .body("{\"url\":\"" + NOBODY + "\",\"types\":[\"ticket.merged\"]}")
                .post("/webhooks");
        return answer.statusCode() == 201 ? String.valueOf((Object) answer.path("id")) : UNKNOWN;
    }

    /** A test, which has failed, asked for again. */
    private String delivery(String webhook) {
        Response test = request().post("/webhooks/" + webhook + "/test");
        if (test.statusCode() != 200) {
            return UNKNOWN;
        }
        String log = "/webhooks/" + webhook + "/deliveries";
        request().post(log + "/" + test.path("delivery") + "/redeliver").then().statusCode(202);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> String.valueOf(
                                (Object) request().get(log + "?state=pending").path("deliveries[0].id")),
                        id -> !id.equals("null"));
    }

    private RequestSpecification request() {
        RequestSpecification request =
                given().baseUri(suite.gateway().toString()).contentType(ContentType.JSON);
        return key.isEmpty() ? request : request.header("X-API-Key", key);
    }
}
