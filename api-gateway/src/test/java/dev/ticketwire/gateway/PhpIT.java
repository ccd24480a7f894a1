package dev.ticketwire.gateway;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.RedirectConfig.redirectConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to osTicket's own PHP, and is passed on to it; {@code GatewayIT} has the gateway without any. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@WithTestResource(PhpIT.Stand.class)
@TestProfile(PhpIT.Apart.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class PhpIT extends WithCommandService {
    @TestHTTPResource("/")
    URI gateway;

    private static final byte[] LARGE = "0123456789abcdef".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

    /** With a suite of its own. */
    public static final class Apart implements QuarkusTestProfile {}

    @Test
    void cronIsPassedOnWithItsKeyAndWhereItCameFrom() {
        Response answer = given().urlEncodingEnabled(false)
                .header("X-API-Key", "CRON")
                .header("X-Forwarded-For", "203.0.113.66")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .header("X_Forwarded_For", "203.0.113.66")
                .header("X-Forwarded_For", "203.0.113.66")
                .header("X.Forwarded.Host", "evil.example")
                .header("X_Ticketwire-Identity", "made up")
                .header("Proxy", "evil.example")
                .header("X-Ticketwire-Identity", "made up")
                .header("Connection", "close, X-Of-This-Connection")
                .header("X-Of-This-Connection", "1")
                .header("Host", "desk.example")
                .post("/api/tasks/cron?x=1&y=%2F");

        answer.then()
                .statusCode(200)
                .header("X-Method", "POST")
                .header("X-Uri", "/osticket/api/tasks/cron?x=1&y=%2F")
                .header("X-Key", "CRON")
                .header("X-For", "127.0.0.1")
                .header("X-Host", "desk.example")
                .header("X-Identity", "null")
                .header("X-Hop", "null")
                .header("X-Mistakable", "")
                .header("X-Length", "0")
                .header("Keep-Alive", nullValue())
                .body(equalTo("Completed"));
        assertThat(answer.headers().getValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"TRACE"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyMethodGoesThroughWithItsBody(Method method) {
        Response answer = method == Method.GET || method == Method.HEAD || method == Method.OPTIONS
                ? given().request(method, "/scp/ajax.php/x")
                : given().body("a body").request(method, "/scp/ajax.php/x");

        answer.then().statusCode(200).header("X-Method", method.name());
        if (method == Method.POST || method == Method.PUT || method == Method.PATCH) {
            answer.then().header("X-Length", "6");
        }
    }

    @Test
    void largeBodiesAreStreamedBothWaysAndTooLargeOnesRefused() {
        byte[] back = given().body(LARGE)
                .post("/scp/echo")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(back).isEqualTo(LARGE);
        given().body(new byte[LARGE.length + 1])
                .post("/scp/echo")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void redirectsAreTheCallersToFollowAndLeadThroughTheGateway() {
        var stay = config().redirect(redirectConfig().followRedirects(false));
        given().config(stay).get("/scp/redirect").then().statusCode(302).header("Location", "/scp/login.php");
        given().config(stay)
                .get("/scp/redirect-elsewhere")
                .then()
                .statusCode(302)
                .header("Location", "https://elsewhere.example/");
    }

    @Test
    void itsRefusalsAndEmptyAnswersArePassedOnAsTheyAre() {
        given().get("/scp/status-401").then().statusCode(401).body(equalTo("no"));
        given().get("/scp/status-204").then().statusCode(204);
        given().get("/scp/status-304").then().statusCode(304);
    }

    @Test
    void whatDoesNotAnswerInTimeIsGivenUp() {
        given().get("/scp/hang").then().statusCode(504).body("code", equalTo("php-timeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scp/echo", "/scp/hang", "/scp/early"})
    void aBodyThatComesByteByByteIsCutOff(String path) throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Socket socket = upload(path, 600)) {
                String answer = answerToATrickle(socket, 600);
                if (!path.equals("/scp/early")) {
                    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":\"body-too-slow\"");
                }
            }
        }
        // Both places are free again.
        given().get("/scp/x").then().statusCode(200);
        given().get("/scp/x").then().statusCode(200);
    }

    /** Longer than PHP may take for its answer, and than the patience with a body that does not come. */
    @Test
    void aLongUploadMayTakeItsTime() throws Exception {
        String piece = "m".repeat(50_000);
        try (Socket socket = upload("/scp/x", 16 * piece.length())) {
            for (int i = 0; i < 16; i++) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(250);
            }
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                            .readLine())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    private Socket upload(String path, int length) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** One byte each tenth of a second, up to an answer or the end. */
    private static String answerToATrickle(Socket socket, int length) throws Exception {
        try {
            for (int i = 0; i < length && socket.getInputStream().available() == 0; i++) {
                socket.getOutputStream().write('m');
                Thread.sleep(100);
            }
            byte[] answer = new byte[8192];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void whatIsOursIsNeverPassedOn() {
        given().get("/tickets/1").then().statusCode(401).body("code", equalTo("api-key-required"));
        given().get("/api/tickets-get.php/1.json").then().statusCode(401);
        given().get("/api/tickets-get.php/1").then().statusCode(400);
        given().delete("/tickets").then().statusCode(405);
        given().get("/health").then().statusCode(200).body("status", equalTo("up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scp/..%2f..",
                "/scp/../open.php",
                "/scp/%2e%2e%2fx",
                "/scp;x/y",
                "/scp/%5c",
                "/scp/%2e%2e/open.php",
                "/scp/.%2e/x",
                "/scp/%2E./x",
                "/scp/%2E%2e",
                "/scp/a%2Ephp"
            })
    void aPathThatServersReadDifferentlyIsNotPassedOn(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400).body("code", equalTo("invalid-url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open.php", "/view.php", "/file.php", "/kb/faq.php", "/api/cron.php"})
    void whatIsNotConfiguredIsSaidToBelongToPhp(String path) {
        Response answer = given().get(path);

        answer.then().statusCode(404);
        assertThat(answer.asString()).contains("osTicket's PHP", "ticketwire.php.paths");
    }

    @Test
    void anUnknownPathOfTheApiStaysUnsupported() {
        given().get("/api/nothing.json").then().statusCode(400).body(equalTo("URL not supported"));
    }

    /** In the place of osTicket: says in headers what came. */
    public static final class Stand implements QuarkusTestResourceLifecycleManager {
        private @Nullable HttpServer php;

        @Override
        public Map<String, String> start() {
            HttpServer server;
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/osticket";
            server.setExecutor(
                    Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
            server.createContext("/", exchange -> answer(exchange, url));
            server.start();
            php = server;
            return Map.of(
                    "ticketwire.php.url",
                    url + "/",
                    "ticketwire.php.paths",
                    "/api/tasks/cron,/scp/*",
                    "ticketwire.php.largest",
                    Integer.toString(LARGE.length),
                    "ticketwire.php.timeout",
                    "3s",
                    "ticketwire.php.in-flight",
                    "2",
                    "ticketwire.body.patience",
                    "1s");
        }

        private static void answer(HttpExchange exchange, String url) throws IOException {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/hang")) {
                // Never answered: it ends with the server.
                return;
            }
            if (path.endsWith("/early")) {
                // Does not wait for the body.
                exchange.sendResponseHeaders(200, -1);
                exchange.getResponseBody().flush();
                return;
            }
            byte[] sent = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getResponseHeaders();
            headers.set("X-Method", exchange.getRequestMethod());
            headers.set("X-Uri", exchange.getRequestURI().toString());
            headers.set("X-Length", Integer.toString(sent.length));
            say(exchange, "X-Key", "X-API-Key");
            say(exchange, "X-For", "X-Forwarded-For");
            say(exchange, "X-Host", "X-Forwarded-Host");
            say(exchange, "X-Identity", "X-Ticketwire-Identity");
            say(exchange, "X-Hop", "X-Of-This-Connection");
            headers.set(
                    "X-Mistakable",
                    exchange.getRequestHeaders().keySet().stream()
                            .filter(name -> name.matches(".*[._].*|(?i)proxy"))
                            .collect(Collectors.joining(",")));
            headers.set("Keep-Alive", "timeout=5");
            headers.add("Set-Cookie", "a=1");
            headers.add("Set-Cookie", "b=2");
            if (path.endsWith("/redirect")) {
                headers.set("Location", url + "/scp/login.php");
            } else if (path.endsWith("/redirect-elsewhere")) {
                headers.set("Location", "https://elsewhere.example/");
            }
            int status = path.contains("/redirect")
                    ? 302
                    : path.contains("/status-") ? Integer.parseInt(path.substring(path.length() - 3)) : 200;
            byte[] body = path.endsWith("/echo")
                    ? sent
                    : (status == 200 ? "Completed" : "no").getBytes(StandardCharsets.US_ASCII);
            boolean isEmpty = status == 204
                    || status == 304
                    || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isEmpty ? -1 : path.endsWith("/echo") ? 0 : body.length);
            if (!isEmpty) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        }

        private static void say(HttpExchange exchange, String name, String of) {
            exchange.getResponseHeaders().set(name, String.valueOf((Object)
                    exchange.getRequestHeaders().getFirst(of)));
        }

        @Override
        public void stop() {
            if (php != null) {
                php.stop(0);
            }
        }
    }
}
