package dev.ticketwire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The gateway with a certificate of its own, as docs/security.md configures it. */
@QuarkusTest
@WithTestResource(GatewayResource.class)
@TestProfile(TlsIT.WithCertificate.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills it in
class TlsIT extends WithCommandService {
    private static final String PASSWORD = "for tests alone";
    private static final Path FIRST = certificate("first");
    private static final Path SECOND = certificate("second");
    private static final Path SERVED = FIRST.resolveSibling("served.p12");

    @TestHTTPResource(value = "/tickets/100001", tls = true)
    URI ticket;

    public static final class WithCertificate implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            serve(FIRST);
            return Map.of(
                    "quarkus.http.test-ssl-port", "0",
                    "quarkus.http.tls-configuration-name", "gateway",
                    "quarkus.tls.gateway.key-store.p12.path", SERVED.toString(),
                    "quarkus.tls.gateway.key-store.p12.password", PASSWORD,
                    "quarkus.tls.gateway.reload-period", "1s");
        }
    }

    @Test
    void httpsAndHttp2AreServedAndLinksSaySo() throws Exception {
        serve(FIRST);
        awaitCertificate(FIRST);

        HttpResponse<String> answer = get(FIRST);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.sslSession()).map(SSLSession::getProtocol).hasValue("TLSv1.3");
        assertThat(answer.headers().firstValue("Link").orElse("")).startsWith("<" + ticket.resolve("/tickets?"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    @Test
    void aRefusedBodyIsAnsweredOverHttp2WithoutAHeaderThatThatForbids() throws Exception {
        serve(FIRST);
        awaitCertificate(FIRST);
        HttpRequest.Builder request = HttpRequest.newBuilder(ticket.resolve("/tickets"))
                .header("X-API-Key", FULL)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[2_000_000]));

        HttpResponse<String> answer = send(FIRST, request);

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Connection")).isEmpty();
        assertThat(answer.body()).contains("body-too-large");
    }

    /** HTTP/1 without and with a folded header, the head in one packet and byte by byte. */
    @Test
    void aFoldedHeaderLineIsRefusedBehindTlsToo() throws Exception {
        serve(FIRST);
        awaitCertificate(FIRST);
        String get = "GET /tickets/100001 HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + READ_ONLY + "\r\nX-Other: a\r\n";

        for (boolean atOnce : new boolean[] {true, false}) {
            assertThat(statusLine(get + "Connection: close\r\n\r\n", atOnce)).startsWith("HTTP/1.1 200 ");
            assertThat(statusLine(get + "\tb\r\nConnection: close\r\n\r\n", atOnce))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    private String statusLine(String head, boolean atOnce) throws Exception {
        try (Socket socket = context(FIRST).getSocketFactory().createSocket(ticket.getHost(), ticket.getPort())) {
            byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
            if (atOnce) {
                socket.getOutputStream().write(bytes);
            } else {
                for (byte b : bytes) {
                    socket.getOutputStream().write(b);
                    socket.getOutputStream().flush();
                }
            }
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void aNewCertificateIsServedWithoutARestart() {
        serve(SECOND);

        awaitCertificate(SECOND);
    }

    private void awaitCertificate(Path store) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> get(store)
                        .sslSession()
                        .orElseThrow()
                        .getPeerCertificates()[0]
                        .equals(in(store)));
    }

    private HttpResponse<String> get(Path trusted) throws Exception {
        return send(trusted, HttpRequest.newBuilder(ticket).header("X-API-Key", READ_ONLY));
    }

    private static HttpResponse<String> send(Path trusted, HttpRequest.Builder request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(context(trusted)).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static SSLContext context(Path trusted) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("gateway", in(trusted));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static X509Certificate in(Path store) throws GeneralSecurityException, IOException {
        return (X509Certificate)
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("gateway");
    }

    private static void serve(Path store) {
        try {
            Files.copy(store, SERVED, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the JDK's own tool, which is beside the Java that runs this. */
    private static Path certificate(String name) {
        try {
            Path store = Files.createTempDirectory("gateway").resolve(name + ".p12");
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "gateway",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            assertThat(tool.waitFor()).isZero();
            return store;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
