package dev.ticketwire.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that send byte by byte, each a tenth of a second after the other, and those that are only slow. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(SlowClientsIT.LittlePatience.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills them in
class SlowClientsIT extends WithCommandService {
    private static final String GET =
            "GET /tickets/100001 HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + READ_ONLY + "\r\n\r\n";
    private static final String ENDLESS = "GET /tickets/100001 HTTP/1.1\r\nHost: gateway\r\nX-Slow: " + "a".repeat(600);
    private static final String BODY = "{\"subject\":\"slow\",\"message\":\"" + "m".repeat(40) + "\"}";

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ticketwire.connection.head", "2s",
                    "ticketwire.body.patience", "2s",
                    "ticketwire.body.slowest", "1K");
        }
    }

    @Test
    void aHeadThatComesByteByByteIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            assertThat(trickle(socket, ENDLESS)).isLessThan(ENDLESS.length());
            assertThat(rest(socket)).isEmpty();
        }
        given().get(metrics)
                .then()
                .body(matchesPattern("(?s).*ticketwire_clients_slow_total\\{part=\"head\"} [1-9].*"));
    }

    @Test
    void soIsTheSecondHeadOfAConnection() throws Exception {
        try (Socket socket = connect()) {
            send(socket, GET);
            assertThat(upToBody(socket)).startsWith("HTTP/1.1 200 ");

            assertThat(trickle(socket, ENDLESS)).isLessThan(ENDLESS.length());
        }
    }

    @Test
    void aBodyThatComesByteByByteIsRefused() throws Exception {
        try (Socket socket = connect()) {
            send(socket, create(600));
            assertThat(trickle(socket, " ".repeat(600))).isLessThan(600);

            assertThat(rest(socket)).contains("HTTP/1.1 408 ").contains("\"code\":\"body-too-slow\"");
        }
    }

    /** It takes longer than the patience for a body, but is faster than the slowest that is allowed. */
    @Test
    void aLongBodyMayTakeItsTime() throws Exception {
        String body = BODY + " ".repeat(8_000 - BODY.length());
        try (Socket socket = connect()) {
            send(socket, create(body.length()));
            for (int i = 0; i < 16; i++) {
                send(socket, body.substring(i * 500, (i + 1) * 500));
                Thread.sleep(250);
            }

            assertThat(upToBody(socket)).startsWith("HTTP/1.1 201 ");
        }
    }

    /** Longer than a head may take: between requests, and while one is being answered. */
    @Test
    void aConnectionMayBeSilentAndAnAnswerMayTakeItsTime() throws Exception {
        try (Socket socket = connect()) {
            Thread.sleep(2_500);
            send(socket, GET);
            assertThat(upToBody(socket)).startsWith("HTTP/1.1 200 ");

            Thread.sleep(2_500);
            send(socket, create("silent"));
            assertThat(upToBody(socket)).startsWith("HTTP/1.1 202 ");

            send(socket, GET);
            assertThat(upToBody(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    private static String create(String subject) {
        String body = "{\"subject\":\"" + subject + "\",\"message\":\"m\"}";
        return create(body.length()).replace("\r\n\r\n", "\r\nPrefer: wait=3\r\n\r\n") + body;
    }

    private static String create(int length) {
        return "POST /tickets HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + FULL
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** @return how many bytes could be sent before the other side ended or answered */
    private static int trickle(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        for (int i = 0; i < text.length(); i++) {
            try {
                if (socket.getInputStream().available() > 0) {
                    return i;
                }
                out.write(text.charAt(i));
            } catch (SocketException e) {
                return i;
            }
            Thread.sleep(100);
        }
        return text.length();
    }

    /** Everything up to the end of the connection. */
    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException e) {
            return "";
        }
    }

    /** An answer with a length, which is not kept. */
    private static String upToBody(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                return head.toString();
            }
            head.append((char) read);
        }
        String text = head.toString();
        String length = text.replaceAll("(?is).*content-length: ([0-9]+).*", "$1");
        socket.getInputStream().readNBytes(Integer.parseInt(length));
        return text;
    }
}
