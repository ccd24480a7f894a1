package dev.ticketwire.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.webhook.send.Attempt.Failure;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate has to be of the name in the address, although the connection is made to an address. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static Receiver receiver;
    private static Path certificate;

    @BeforeAll
    static void listen() throws Exception {
        Path store = folder.resolve("store.p12");
        certificate = folder.resolve("certificate.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks.example",
                "-ext",
                "san=dns:hooks.example,ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-file",
                certificate.toString());
        receiver = Receiver.on(sockets(store), "127.0.0.1", 0, (out, socket) -> out.write(Receiver.OK.getBytes()));
    }

    @AfterAll
    static void close() {
        receiver.close();
    }

    @Test
    void aTrustedCertificateOfTheNameIsAccepted() {
        try (SendingKit kit = kit(TestSettings.allowing("127.0.0.1").trusting(certificate.toString()))) {
            assertThat(kit.send(url("hooks.example")).status()).isEqualTo(200);
            assertThat(receiver.requests.getLast().header("Host")).isEqualTo("hooks.example:" + receiver.port());
            assertThat(kit.send(url("127.0.0.1")).status()).isEqualTo(200);
        }
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsRefused() {
        try (SendingKit kit = kit(TestSettings.allowing("127.0.0.0/8").trusting(certificate.toString()))) {
            assertThat(kit.send(url("other.example")).error()).isEqualTo(Failure.TLS_FAILED);
        }
    }

    @Test
    void aSelfSignedCertificateIsRefused() {
        try (SendingKit kit = kit(TestSettings.allowing("127.0.0.1"))) {
            assertThat(kit.send(url("hooks.example")).error()).isEqualTo(Failure.TLS_FAILED);
        }
    }

    @Test
    void aServerWithoutTlsIsRefused() {
        try (SendingKit kit = kit(TestSettings.allowing("127.0.0.1"));
                Receiver plain = Receiver.on("127.0.0.1", 0, (out, socket) -> {})) {
            String url = "https://hooks.example:" + plain.port() + "/";
            // It takes the greeting for the beginning of a head and waits for the rest.
            assertThat(kit.send(url).error()).isIn(Failure.TIMED_OUT, Failure.TLS_FAILED);
        }
    }

    @Test
    void aFileWithoutCertificatesEndsTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> kit(TestSettings.ofPublicAddresses().trusting(empty.toString())))
                .hasMessageContaining("ticketwire.webhooks.certificates");
    }

    private static SendingKit kit(TestSettings settings) {
        return new SendingKit(settings).name("hooks.example", "127.0.0.1").name("other.example", "127.0.0.1");
    }

    private static String url(String host) {
        return "https://" + host + ":" + receiver.port() + "/";
    }

    private static ServerSocketFactory sockets(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
