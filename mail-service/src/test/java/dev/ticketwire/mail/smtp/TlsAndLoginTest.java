package dev.ticketwire.mail.smtp;

import static dev.ticketwire.mail.letter.TestLetters.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.mail.smtp.SendResult.Sent;
import dev.ticketwire.mail.smtp.SendResult.Unreachable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.UsernamePasswordValidator;

class TlsAndLoginTest {
    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    private final SmtpKit kit = new SmtpKit();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.in(folder);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void startTlsIsUsedAndTheNameChecked() throws Exception {
        try (TestServer server = startTls()) {
            trust("smtp://mail.test:" + server.port());

            assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
        }
    }

    @Test
    void tlsFromTheStartIsUsedAndTheNameChecked() throws Exception {
        try (TestServer server = fromStart()) {
            trust("smtps://mail.test:" + server.port());

            assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(server.received).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void aCertificateForAnotherNameIsRefused(String scheme) throws Exception {
        try (TestServer server = scheme.equals("smtp") ? startTls() : fromStart()) {
            trust(scheme + "://other.test:" + server.port());

            assertThat(((Unreachable) kit.send(MAIL)).error()).startsWith("TLS failed");
            assertThat(server.received).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void aCertificateOfNobodyKnownIsRefused(String scheme) throws Exception {
        try (TestServer server = scheme.equals("smtp") ? startTls() : fromStart()) {
            kit.settings.url = scheme + "://mail.test:" + server.port();

            assertThat(((Unreachable) kit.send(MAIL)).error()).startsWith("TLS failed");
        }
    }

    @Test
    void aServerWithoutStartTlsGetsNoMail() throws Exception {
        try (TestServer server = TestServer.start()) {
            kit.settings.url = "smtp://mail.test:" + server.port();

            assertThat(((Unreachable) kit.send(MAIL)).error()).contains("no STARTTLS");
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void anAccountWithoutEncryptionIsEncryptedAllTheSame() throws Exception {
        try (TestServer server = TestServer.start()) {
            kit.settings.accountsOnly = true;
            kit.accounts.add(
                    new Account(1, 1, "support@example.com", "mail.test", server.port(), "NONE", "none", false));

            assertThat(kit.send(MAIL)).isInstanceOf(Unreachable.class);
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void theRelaysUserLogsInOverTls() throws Exception {
        try (TestServer server = TestServer.with(b -> b.enableTLS()
                .startTlsSocketFactory(certificate.server())
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(plainOrLogin()))) {
            trust("smtp://mail.test:" + server.port());
            kit.settings.user = "relay";
            kit.settings.password = "secret\n";

            assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(logins).containsExactly("relay secret");
        }
    }

    @Test
    void anAccountLogsInWithItsPasswordByTheMechanismThatTheServerHas() throws Exception {
        try (TestServer server = TestServer.with(b ->
                b.requireAuth().authenticationHandlerFactory(new LoginAuthenticationHandlerFactory(validator())))) {
            kit.settings.accountsOnly = true;
            kit.settings.passwords = "# osTicket's\nSupport@example.com help desk:se:cret\n";
            kit.accounts.add(
                    new Account(1, 1, "support@example.com", "127.0.0.1", server.port(), "NONE", "basic", false));

            assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(logins).containsExactly("help desk se:cret");
        }
    }

    @Test
    void aRefusedLoginIsTheServersFault() throws Exception {
        try (TestServer server = TestServer.with(b -> b.requireAuth().authenticationHandlerFactory(plainOrLogin()))) {
            kit.relay(server.port());
            kit.settings.user = "relay";
            kit.settings.password = "wrong";

            Unreachable result = (Unreachable) kit.send(MAIL);

            assertThat(result.error()).isEqualTo("it refused the login");
            assertThat(result.status()).isEqualTo(535);
        }
    }

    @Test
    void aServerThatOffersNoLoginGetsNoMailWithoutOne() throws Exception {
        try (TestServer server = TestServer.start()) {
            kit.relay(server.port());
            kit.settings.user = "relay";
            kit.settings.password = "secret";

            assertThat(((Unreachable) kit.send(MAIL)).error()).isEqualTo("it offers no login");
            assertThat(server.received).isEmpty();
        }
    }

    private void trust(String url) {
        kit.settings.url = url;
        kit.settings.certificates = certificate.pem().toString();
    }

    private static TestServer startTls() {
        return TestServer.with(b -> b.enableTLS().requireTLS().startTlsSocketFactory(certificate.server()));
    }

    private static TestServer fromStart() {
        return TestServer.with(b -> b.serverSocketFactory(certificate.server()));
    }

    private AuthenticationHandlerFactory plainOrLogin() {
        return new EasyAuthenticationHandlerFactory(validator());
    }

    private UsernamePasswordValidator validator() {
        return (user, password, context) -> {
            if (password.equals("wrong")) {
                throw new LoginFailedException();
            }
            logins.add(user + " " + password);
        };
    }
}
