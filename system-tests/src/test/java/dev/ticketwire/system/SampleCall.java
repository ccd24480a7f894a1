package dev.ticketwire.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/**
 * A call of every endpoint that succeeds, on a ticket of its own in the workshop (department 2), under a parent there.
 */
final class SampleCall {
    static final int WORKSHOP = 2;

    private final RunningSuite suite;
    private final String operation;
    private final String method;
    private final String path;

    SampleCall(RunningSuite suite, ServedEndpoint endpoint) {
        this.suite = suite;
        this.operation = endpoint.operation();
        this.method = endpoint.method();
        this.path = endpoint.path();
    }

    /** @param key what is sent as the key; empty for none */
    Response with(String key) {
        return operation.startsWith("webhook")
                ? sent(key, new SampleWebhook(suite, key).path(path))
                : with(key, argument());
    }

    /** @param argument stands in the path, where that has one */
    Response with(String key, String argument) {
        return sent(key, path.replaceAll("\\{[a-z_]+}", argument));
    }

    private Response sent(String key, String target) {
        RequestSpecification request = given().baseUri(suite.gateway().toString());
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        String body = body();
        if (!body.isEmpty()) {
            request.contentType(body.startsWith("<") ? ContentType.XML : ContentType.JSON)
                    .body(body);
        }
        return request.request(method, target);
    }

    private String argument() {
        return switch (operation) {
            case "create", "search", "list", "stats", "statuses", "report", "lookup", "bulk", "events" -> "";
            case "get", "update", "reply", "delete", "thread", "mails", "children" -> created();
            case "parent", "unlink" -> child();
            // The parent stands in the path.
            case "link" -> created();
            case "download", "content" -> file();
            case "receipt" -> receipt();
            default -> throw new AssertionError("no sample call of the new operation " + operation);
        };
    }

    private String body() {
        return switch (operation) {
            case "create" ->
                path.endsWith(".xml")
                        ? "<ticket><name>Sam</name><email>sam@example.org</email><subject>Sample</subject>"
                                + "<message>Stuck.</message><departmentId>2</departmentId></ticket>"
                        : path.endsWith(".email") ? mail() : ticket("");
            case "update" -> "{\"note\":\"Seen\"}";
            case "reply" -> "{\"message\":\"Thank you\"}";
            case "link" -> "{\"" + (path.startsWith("/api/") ? "childId" : "number") + "\":\"" + created() + "\"}";
            case "bulk" ->
                "{\"operations\":[{\"op\":\"update\",\"number\":\"" + created() + "\",\"data\":{\"note\":\"x\"}}]}";
            case "webhook_change" -> webhookBody();
            default -> "";
        };
    }

    private String webhookBody() {
        if (path.equals("/webhooks")) {
            return "{\"url\":\"" + SampleWebhook.NOBODY + "\"}";
        }
        return path.endsWith("argument}/redeliver") && !path.contains("deliveries")
                ? "{\"failed\":true}"
                : method.equals("PATCH") ? "{\"description\":\"x\"}" : "";
    }

    /** To the address whose mails go to the workshop, or else by a subject that names a ticket there. */
    private String mail() {
        return "From: Sam <sam@example.org>\r\nTo: hello@harbourbikes.example\r\nSubject: Re: [#" + created()
                + "]\r\nMessage-ID: <" + UUID.randomUUID() + "@example.org>\r\n\r\nStuck by mail.\r\n";
    }

    private static String ticket(String more) {
        return "{\"name\":\"Sam\",\"email\":\"sam@example.org\",\"subject\":\"Sample\",\"message\":\"Stuck.\","
                + "\"departmentId\":" + WORKSHOP + more + "}";
    }

    private String created() {
        return created("");
    }

    private String created(String more) {
        Response answer = full().body(ticket(more)).post("/tickets");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("number");
    }

    private String child() {
        return created(",\"parentTicketNumber\":\"" + created() + "\"");
    }

    private String file() {
        String number = created(
                ",\"attachments\":[{\"" + UUID.randomUUID() + ".txt\":\"data:text/plain," + UUID.randomUUID() + "\"}]");
        return String.valueOf(
                (Object) full().get("/tickets/" + number + "/thread").path("[0].attachments[0].file_id"));
    }

    private String receipt() {
        return full().header("Prefer", "respond-async")
                .body(ticket(""))
                .post("/tickets")
                .path("receipt");
    }

    private RequestSpecification full() {
        return given().baseUri(suite.gateway().toString())
                .header("X-API-Key", DemoHelpDesk.FULL_KEY)
                .contentType(ContentType.JSON);
    }
}
