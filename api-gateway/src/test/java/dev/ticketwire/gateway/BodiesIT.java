package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.OpenTicket;
import dev.ticketwire.contract.command.PostReply;
import dev.ticketwire.contract.command.UpdateTicket;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as clients send them: under other content types than they have, coded, broken, and forms with files. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class BodiesIT extends WithCommandService {
    @TestHTTPResource("/")
    URI gateway;

    private final HttpClient client = HttpClient.newHttpClient();

    static List<@Nullable String> types() {
        return Arrays.asList(
                null,
                "APPLICATION/JSON",
                "text/plain",
                "application/octet-stream",
                "application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @MethodSource("types")
    void jsonIsReadWhateverItIsCalled(@Nullable String type) throws Exception {
        String subject = "called " + type;
        String create = "{\"subject\":\"" + subject + "\"}";

        assertThat(send("POST", "/api/tickets.json", type, create).statusCode()).isEqualTo(201);
        assertThat(send("POST", "/tickets", type, create).statusCode()).isEqualTo(201);
        assertThat(send(
                                "PATCH",
                                "/api/tickets-update.php/" + Math.abs(subject.hashCode()) + ".json",
                                type,
                                "{\"statusId\":3}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/tickets-subtickets-create.php/1.json", type, "{\"childId\":\"2\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/tickets/1/replies", type, "{\"message\":\"m\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("POST", "/tickets/bulk", type, "[{\"op\":\"delete\",\"number\":\"silent\"}]")
                        .statusCode())
                .isEqualTo(202);
        assertThat(all(record -> CommandService.subject(record).equals(subject)))
                .hasSize(2);
    }

    @Test
    void xmlIsReadByUpdatesAndLinksToo() throws Exception {
        send("PATCH", "/tickets/xml-1", null, "<t><statusId> 3 </statusId></t>");
        send("POST", "/tickets/xml-2/children", "text/plain", "<t number='7'/>");

        assertThat(((UpdateTicket) command("xml-1")).routing().status()).isEqualTo("3");
        assertThat(command("7")).isEqualTo(new LinkTicket("7", "xml-2"));
    }

    @Test
    void filesOfAFormAreAttachments() {
        for (String path : List.of("/api/tickets.json", "/api/tickets.xml", "/tickets")) {
            String subject = "with files by " + path;
            given().header("X-API-Key", FULL)
                    .multiPart("subject", subject)
                    .multiPart("message", "m")
                    .multiPart("file", "dir/scan, one; two.pdf", new byte[] {0, 13, 10, -1}, "application/pdf")
                    .multiPart("file", "b.txt", "text".getBytes(StandardCharsets.UTF_8), "text/plain")
                    .post(path)
                    .then()
                    .statusCode(201);

            OpenTicket command = (OpenTicket) CommandService.command(
                    first(record -> CommandService.subject(record).equals(subject)));
            assertThat(command.content().attachments())
                    .extracting(Attachment::name)
                    .containsExactly("scan, one; two.pdf", "b.txt");
            assertThat(command.content().attachments())
                    .extracting(Attachment::type)
                    .containsExactly("application/pdf", "text/plain");
            assertThat(command.content().attachments().get(0).data()).containsExactly(0, 13, 10, -1);
        }
    }

    @Test
    void aReplyMayBeAFormWithAFile() {
        given().header("X-API-Key", FULL)
                .multiPart("message", "see file")
                .multiPart("scan", "a.txt", "A".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/tickets/formed/replies")
                .then()
                .statusCode(201);

        PostReply reply = (PostReply) command("formed");
        assertThat(reply.body()).isEqualTo("see file");
        assertThat(reply.attachments()).extracting(Attachment::name).containsExactly("a.txt");
    }

    @Test
    void filesOfAFormAreUnderTheLimitsOfAnyFiles() {
        given().header("X-API-Key", FULL)
                .multiPart("subject", "too large")
                .multiPart("file", "a", new byte[10_241])
                .post("/tickets")
                .then()
                .statusCode(413)
                .body("code", equalTo("attachment-too-large"));
        given().header("X-API-Key", FULL)
                .multiPart("subject", "too many")
                .multiPart("file", "a", new byte[1])
                .multiPart("file", "b", new byte[1])
                .multiPart("file", "c", new byte[1])
                .multiPart("file", "d", new byte[1])
                .post("/tickets")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-many-attachments"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/tickets.json",
                "POST /api/tickets.xml",
                "POST /api/tickets.email",
                "PATCH /api/tickets-update.php/1.json",
                "PUT /api/tickets/1.json",
                "POST /api/tickets-subtickets-create.php/1.json",
                "POST /tickets",
                "PATCH /tickets/1",
                "POST /tickets/1/replies",
                "POST /tickets/1/children",
                "POST /tickets/bulk"
            })
    void aCompressedBodyIsRefusedByThatOnEveryPath(String endpoint) throws Exception {
        String[] parts = endpoint.split(" ");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(gateway.resolve(parts[1]))
                        .header("X-API-Key", FULL)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .method(parts[0], HttpRequest.BodyPublishers.ofByteArray(new byte[] {0x1F, (byte) 0x8B, 8}))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Encoding: gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/tickets.json",
                "POST /api/tickets.xml",
                "POST /api/tickets.email",
                "PATCH /api/tickets-update.php/1.json",
                "PUT /api/tickets/1.json",
                "POST /api/tickets-subtickets-create.php/1.json",
                "POST /tickets",
                "PATCH /tickets/1",
                "POST /tickets/1/replies",
                "POST /tickets/1/children",
                "POST /tickets/bulk"
            })
    void aCompressedBodyThatDoesNotSaySoIsRefusedToo(String endpoint) throws Exception {
        String[] parts = endpoint.split(" ");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(gateway.resolve(parts[1]))
                        .header("X-API-Key", FULL)
                        .header("Content-Type", "application/json")
                        .method(parts[0], HttpRequest.BodyPublishers.ofByteArray(new byte[] {0x1F, (byte) 0x8B, 8}))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Unable to read the request: the body is compressed (gzip)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /tickets",
                "PATCH /tickets/1",
                "POST /tickets/1/replies",
                "POST /tickets/1/children",
                "POST /tickets/bulk"
            })
    void aShortPathSaysThatABodyIsMissing(String endpoint) throws Exception {
        String[] parts = endpoint.split(" ");
        for (String type : new String[] {null, "application/json", "text/xml", "application/x-www-form-urlencoded"}) {
            HttpResponse<String> answer = send(parts[0], parts[1], type, " \n");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"body-missing\"");
        }
    }

    @Test
    void whatCannotBeReadIsSaidInTheShapeOfThePath() {
        String latin1 = "{\"subject\":\"T\u00FCr\"}";
        for (String path : List.of("/api/tickets.json", "/tickets")) {
            given().header("X-API-Key", FULL)
                    .contentType("application/json")
                    .body(latin1.getBytes(StandardCharsets.ISO_8859_1))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType(path.equals("/tickets") ? "application/problem+json" : "text/plain; charset=UTF-8")
                    .body(containsString("Malformed UTF-8 characters"))
                    .body(containsString("line 1, column 14 (offset 13)"));
        }
        given().header("X-API-Key", FULL)
                .contentType("application/json")
                .body("{\"subject\":".getBytes(StandardCharsets.UTF_8))
                .post("/api/tickets.json")
                .then()
                .statusCode(400)
                .body(startsWith("Unable to read the request: Syntax error at line 1, column 12 (offset 11)"));
    }

    private HttpResponse<String> send(String method, String path, @Nullable String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).header("X-API-Key", FULL);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return client.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Object command(String ticket) {
        return CommandService.command(
                first(record -> CommandService.command(record).ticket().equals(ticket)));
    }
}
