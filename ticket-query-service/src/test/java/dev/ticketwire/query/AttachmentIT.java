package dev.ticketwire.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.testsupport.TestIdentity;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket's file, as bytes and in base64. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class AttachmentIT {
    private static final String PATH = "/attachments/920";
    private static final String CONTENT = PATH + "/content";
    private static final int CHUNK = 512_000;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "test.url")
    URI service;

    private Sql sql;

    @BeforeEach
    void addFile() {
        sql = new Sql(database);
        addFile("a.txt", "text/plain", 10);
        addChunks(bytes("0123"), bytes("4567"), bytes("89"));
    }

    @AfterEach
    void removeFile() {
        sql.run("DELETE FROM ost_attachment WHERE file_id = 920");
        sql.run("DELETE FROM ost_file WHERE id = 920");
        sql.run("DELETE FROM ost_file_chunk WHERE file_id = 920");
    }

    @Test
    void aFileIsItsBytes() {
        Response answer = get(CONTENT, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo("0123456789");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.header("Content-Length")).isEqualTo("10");
        assertThat(answer.header("Transfer-Encoding")).isNull();
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Content-Range")).isNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 206, 0123456789, bytes 0-9/10",
        "bytes=0-0, 206, 0, bytes 0-0/10",
        "bytes=3-4, 206, 34, bytes 3-4/10",
        "bytes=2-8, 206, 2345678, bytes 2-8/10",
        "bytes=4-7, 206, 4567, bytes 4-7/10",
        "bytes=-3, 206, 789, bytes 7-9/10",
        "bytes=9-20, 206, 9, bytes 9-9/10",
        "'bytes=0-1,4-5', 200, 0123456789,",
        "bytes=4-2, 200, 0123456789,",
        "bytes=x, 200, 0123456789,"
    })
    void aRangeIsAPart(String range, int status, String content, @Nullable String contentRange) {
        Response answer = get(CONTENT, Map.of("Range", range));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.asString()).isEqualTo(content);
        assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(content.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=-0"})
    void aRangeBeyondTheEndIsRefused(String range) {
        Response answer = get(CONTENT, Map.of("Range", range));

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("range-not-satisfiable");
    }

    @Test
    void aRangeOfAnotherFileMeansTheWholeFile() {
        String tag = get(CONTENT, Map.of()).header("ETag");

        assertThat(get(CONTENT, Map.of("Range", "bytes=1-2", "If-Range", tag)).asString())
                .isEqualTo("12");
        for (String other : new String[] {"\"other\"", "W/" + tag, "Wed, 25 Nov 2026 04:21:17 GMT"}) {
            Response answer = get(CONTENT, Map.of("Range", "bytes=1-2", "If-Range", other));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).isEqualTo("0123456789");
        }
    }

    @Test
    void whoHasTheFileIsToldSo() {
        String tag = get(CONTENT, Map.of()).header("ETag");

        Response answer = get(CONTENT, Map.of("If-None-Match", "\"x\", W/" + tag, "Range", "bytes=1-2"));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.asString()).isEmpty();
        assertThat(get(CONTENT, Map.of("If-None-Match", "\"x\"")).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyFileIsEmpty() {
        addFile("empty", "", 0);
        sql.run("DELETE FROM ost_file_chunk WHERE file_id = 920");

        Response answer = get(CONTENT, Map.of("Range", "bytes=0-"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(get(PATH, Map.of()).asString()).endsWith("\"size\":0,\"content\":\"\"}");
        assertThat(get(PATH, Map.of("Accept", "application/xml")).asString())
                .endsWith("<size>0</size><content/></response>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "text/html; charset=\"utf-8\", text/html; charset=\"utf-8\"",
        "html, application/octet-stream",
        "'', application/octet-stream",
        "text/html x, application/octet-stream"
    })
    void aTypeThatIsNoneIsThatOfAnyBytes(String stored, String shown) {
        addFile("a", stored, 10);

        assertThat(get(CONTENT, Map.of()).header("Content-Type")).isEqualTo(shown);
    }

    @Test
    void aNameIsSafeInTheHeader() {
        addFile("a\"\nÜ.txt", "text/plain", 10);

        Response answer = get(CONTENT, Map.of());

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a___.txt\"; filename*=UTF-8''a%22_%C3%9C.txt");
    }

    @Test
    void theNewestAttachmentNamesTheFile() {
        sql.run("INSERT INTO ost_attachment (id, object_id, type, file_id, name, inline) VALUES"
                + " (921, 4, 'H', 920, 'newest.txt', 0)");

        assertThat(get(CONTENT, Map.of()).header("Content-Disposition")).contains("filename=\"newest.txt\"");
        assertThat(get(PATH, Map.of()).asString()).contains("\"filename\":\"newest.txt\"");
    }

    @Test
    void aLargeFileComesWholeInBothForms() throws Exception {
        byte[] content = new byte[3 * CHUNK + 1000];
        new Random(1).nextBytes(content);
        addFile("large", "image/png", content.length);
        addChunks(
                Arrays.copyOfRange(content, 0, CHUNK),
                Arrays.copyOfRange(content, CHUNK, 2 * CHUNK),
                Arrays.copyOfRange(content, 2 * CHUNK, 3 * CHUNK),
                Arrays.copyOfRange(content, 3 * CHUNK, content.length));

        String base64 = Base64.getEncoder().encodeToString(content);

        assertThat(bytes(HttpRequest.newBuilder(service.resolve(CONTENT)))).isEqualTo(content);
        assertThat(bytes(HttpRequest.newBuilder(service.resolve(CONTENT)).header("Range", "bytes=511999-1024000")))
                .isEqualTo(Arrays.copyOfRange(content, CHUNK - 1, 2 * CHUNK + 1));
        assertThat(new String(bytes(HttpRequest.newBuilder(service.resolve(PATH))), StandardCharsets.UTF_8))
                .endsWith("\"size\":" + content.length + ",\"content\":\"" + base64.replace("/", "\\/") + "\"}");
        assertThat(new String(
                        bytes(HttpRequest.newBuilder(service.resolve(PATH)).header("Accept", "application/xml")),
                        StandardCharsets.UTF_8))
                .endsWith("<size>" + content.length + "</size><content>" + base64 + "</content></response>\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFileThatLacksAChunkBetweenOthersIsAnErrorBeforeTheFirstByte(int chunk) {
        sql.run("DELETE FROM ost_file_chunk WHERE file_id = 920 AND chunk_id = ?", chunk);

        for (String path : new String[] {PATH, CONTENT}) {
            Response answer = get(path, Map.of());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.jsonPath().getString("code")).isEqualTo("file-unreadable");
        }
    }

    @Test
    void aSizeThatDoesNotFitTheContentIsShownAsStoredAndItsBytesAreRefused() {
        sql.run("UPDATE ost_file SET size = 999 WHERE id = 920");

        assertThat(get(PATH, Map.of()).asString()).endsWith("\"size\":999,\"content\":\"MDEyMzQ1Njc4OQ==\"}");
        assertThat(get(CONTENT, Map.of()).jsonPath().getString("code")).isEqualTo("file-unreadable");
    }

    @RepeatedTest(10) // Ending the answer and cutting it off were once a race.
    void aChunkThatIsTooShortCutsTheAnswerOff() {
        addFile("large", "image/png", 3 * CHUNK);
        addChunks(new byte[CHUNK], new byte[CHUNK - 1], new byte[CHUNK]);

        for (String path : new String[] {PATH, CONTENT}) {
            assertThatThrownBy(() -> bytes(HttpRequest.newBuilder(service.resolve(path))))
                    .isInstanceOf(IOException.class);
        }
        assertThat(get(CONTENT, Map.of("Range", "bytes=0-511999")).asByteArray())
                .isEqualTo(new byte[CHUNK]);
    }

    @Test
    void forAHeadNothingOfTheContentIsRead() {
        addFile("large", "image/png", 3 * CHUNK);
        // A GET is cut off here.
        addChunks(new byte[CHUNK], new byte[CHUNK - 1], new byte[CHUNK]);

        Response content = head(CONTENT);
        Response form = head(PATH);

        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.header("Content-Length")).isEqualTo(Integer.toString(3 * CHUNK));
        assertThat(content.header("Content-Type")).isEqualTo("image/png");
        assertThat(content.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(content.header("ETag")).isNotEmpty();
        assertThat(content.header("Content-Disposition")).contains("large");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        // Not 0, which it is not.
        assertThat(form.header("Content-Length")).isNull();
        assertThat(head("/attachments/99999999999/content").statusCode()).isEqualTo(403);
    }

    private Response head(String path) {
        return given().head(path);
    }

    @Test
    void aClientThatLeavesHarmsNobody() throws IOException {
        byte[] chunk = new byte[CHUNK];
        addFile("large", "image/png", 20 * CHUNK);
        byte[][] chunks = new byte[20][];
        Arrays.fill(chunks, chunk);
        addChunks(chunks);

        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(bytes("GET " + CONTENT + " HTTP/1.1\r\nHost: localhost\r\n" + TestIdentity.HEADER + ": "
                            + token() + "\r\nConnection: close\r\n\r\n"));
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
        }

        assertThat(get(CONTENT, Map.of("Range", "bytes=-1")).asByteArray()).isEqualTo(new byte[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, CONTENT})
    void whatTheClientHasNotTakenIsNotRead(String path) throws IOException {
        int chunks = 60;
        addFile("large", "image/png", chunks * CHUNK);
        sql.run("REPLACE INTO ost_file_chunk (file_id, chunk_id, filedata)"
                + " SELECT 920, seq, REPEAT('x', 512000) FROM seq_0_to_59");

        long taken;
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + TestIdentity.HEADER + ": "
                            + token() + "\r\nConnection: close\r\n\r\n"));
            InputStream answer = socket.getInputStream();
            answer.readNBytes(15);
            sql.run("DELETE FROM ost_file_chunk WHERE file_id = 920 AND chunk_id = ?", chunks - 1);
            taken = rest(answer);
        }

        long whole = path.equals(CONTENT) ? chunks * CHUNK : chunks * CHUNK * 4L / 3;
        assertThat(taken).isBetween(whole / 2, whole - CHUNK / 2);
    }

    @Test
    void whatIsNoFileOfATicketIsRefused() {
        sql.run("UPDATE ost_attachment SET type = 'F' WHERE file_id = 920");

        assertThat(get(CONTENT, Map.of()).statusCode()).isEqualTo(403);
        assertThat(get("/attachments/99999999999/content", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(get("/attachments/0/content", Map.of()).statusCode()).isEqualTo(400);
        assertThat(get("/attachments/x/content", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatIsGoneOrElsewhereIsAnError() {
        sql.run("UPDATE ost_file SET bk = 'S' WHERE id = 920");

        assertThat(get(CONTENT, Map.of()).statusCode()).isEqualTo(500);

        sql.run("DELETE FROM ost_file WHERE id = 920");

        assertThat(get(CONTENT, Map.of()).statusCode()).isEqualTo(404);
    }

    private void addFile(String name, String type, int size) {
        sql.run(
                "REPLACE INTO ost_file (id, ft, bk, type, size, `key`, signature, name, created)"
                        + " VALUES (920, 'T', 'D', ?, ?, 'k', 's', ?, NOW())",
                type,
                size,
                name);
        sql.run("REPLACE INTO ost_attachment (id, object_id, type, file_id, inline) VALUES (920, 3, 'H', 920, 0)");
    }

    private void addChunks(byte[]... chunks) {
        for (int i = 0; i < chunks.length; i++) {
            sql.run("REPLACE INTO ost_file_chunk (file_id, chunk_id, filedata) VALUES (920, ?, ?)", i, chunks[i]);
        }
    }

    /** How many bytes come before the answer ends or is cut off. */
    private static long rest(InputStream answer) {
        long length = 0;
        byte[] piece = new byte[65_536];
        try {
            for (int read = answer.read(piece); read >= 0; read = answer.read(piece)) {
                length += read;
            }
        } catch (IOException e) {
            return length;
        }
        return length;
    }

    private static Response get(String path, Map<String, String> headers) {
        return given().headers(headers).get(path);
    }

    private static byte[] bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            request.version(HttpClient.Version.HTTP_1_1)
                                    .header(TestIdentity.HEADER, token())
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static String token() {
        return TestIdentity.token("ticket-query-service", Departments.ALL);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
