package dev.ticketwire.mail.smtp;

import static dev.ticketwire.mail.letter.TestLetters.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.letter.TestLetters;
import dev.ticketwire.mail.letter.TestLetters.Draft;
import dev.ticketwire.mail.smtp.SendResult.Deferred;
import dev.ticketwire.mail.smtp.SendResult.Missed;
import dev.ticketwire.mail.smtp.SendResult.Refused;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import dev.ticketwire.mail.smtp.SendResult.Unreachable;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostmanTest {
    private final TestServer server = TestServer.start();
    private final SmtpKit kit = new SmtpKit().relay(server.port());

    @AfterEach
    void close() {
        kit.close();
        server.close();
    }

    @Test
    void aMailArrivesAndTheNextOneUsesTheSameConnection() throws Exception {
        SendResult result = kit.send(MAIL);

        assertThat(result).isEqualTo(new Sent("127.0.0.1:" + server.port(), 250, List.of()));
        assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
        assertThat(server.received).hasSize(2);
        assertThat(server.received.getFirst().from()).isEqualTo("support@example.com");
        assertThat(server.received.getFirst().to()).containsExactly("bob@example.com");
        assertThat(server.received.getFirst().mail())
                .contains("Message-ID: " + MAIL.messageId())
                .isEqualTo(server.received.getLast().mail());
    }

    @Test
    void linesThatBeginWithADotArrive() throws Exception {
        kit.send(new Draft().text(".\n..\n.end").mail());

        assertThat(server.received.getFirst().mail()).contains("\r\n\r\n.\r\n..\r\n.end");
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 451", "bob@example.com, 450", "bob@example.com, 452", "END, 451"})
    void aMailThatIsNotTakenForNowIsDeferredAndTheConnectionGoesOn(String command, int status) throws Exception {
        server.refuse(command, status, "later, bob@example.com");

        SendResult result = kit.send(MAIL);

        assertThat(result).isEqualTo(new Deferred("127.0.0.1:" + server.port(), status, status + " later, <…>"));
        server.take();
        assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 552", "MAIL, 550", "bob@example.com, 550", "bob@example.com, 554", "END, 554"})
    void aMailThatIsRefusedIsRefused(String command, int status) throws Exception {
        server.refuse(command, status, "never");

        assertThat(kit.send(MAIL)).isEqualTo(new Refused("127.0.0.1:" + server.port(), status, status + " never"));
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 421", "MAIL, 530", "bob@example.com, 421", "END, 421"})
    void aServerThatTakesNothingIsUnreachable(String command, int status) throws Exception {
        server.refuse(command, status, "not you");

        assertThat(kit.send(MAIL))
                .isEqualTo(new Unreachable("127.0.0.1:" + server.port(), status, status + " not you"));
    }

    @Test
    void recipientsWhoAreNotTakenAreNamedAndTheOthersGetTheMail() throws Exception {
        server.refuse("carol@example.com", 550, "no such user");
        server.refuse("dan@example.com", 452, "full");
        StoredMail mail = new Draft()
                .to(
                        MailAddressee.to("Bob", "bob@example.com"),
                        MailAddressee.cc("Carol", "carol@example.com"),
                        MailAddressee.cc("", "dan@example.com"),
                        MailAddressee.cc("", "no address"),
                        MailAddressee.cc("", "Eve@example.com"))
                .done("Eve@example.com")
                .mail();

        Sent sent = (Sent) kit.send(mail);

        assertThat(sent.missed())
                .containsExactly(
                        new Missed("no address", true, 0, "no usable address"),
                        new Missed("carol@example.com", true, 550, "550 no such user"),
                        new Missed("dan@example.com", false, 452, "452 full"));
        assertThat(server.received.getFirst().to()).containsExactly("bob@example.com");
    }

    @ParameterizedTest
    @CsvSource({"not an address", "''", "@example.com", "a@b>\r\nRCPT TO:<c@example.com", "a b@example.com", "a@"})
    void anAddressThatIsNoneIsRefusedWithoutAServer(String address) throws Exception {
        SendResult result = kit.send(new Draft()
                .to(MailAddressee.to("", address.replace("\\r\\n", "\r\n")))
                .mail());

        assertThat(result).isInstanceOf(Refused.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void nobodyListensAndNobodyIsKnown() throws Exception {
        server.close();

        Unreachable closed = (Unreachable) kit.send(MAIL);

        assertThat(closed.error()).isEqualTo("there is no connection to it");
        try (SmtpKit other = new SmtpKit()) {
            other.settings.url = "smtps://nowhere.invalid:465";
            assertThat(((Unreachable) other.send(MAIL)).error()).isEqualTo("its host is unknown");
        }
    }

    @ParameterizedTest
    @CsvSource({"554 no", "421 later", "HANG", "DROP"})
    void aServerWithoutAGreetingIsUnreachable(String greeting) throws Exception {
        try (ScriptedServer scripted =
                        new ScriptedServer(line -> line.equals("CONNECT") ? greeting : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            other.settings.answer = Duration.ofMillis(300);

            assertThat(other.send(MAIL)).isInstanceOf(Unreachable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA", "."})
    void aConnectionThatBreaksIsUnreachable(String where) throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(
                        line -> line.startsWith(where) ? ScriptedServer.DROP : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            Unreachable result = (Unreachable) other.send(MAIL);

            assertThat(result.error()).isEqualTo("the connection broke");
            assertThat(scripted.connections).hasValue(1);
        }
    }

    @Test
    void anIdleConnectionThatTheServerEndedIsNoFault() throws Exception {
        try (ScriptedServer scripted =
                        new ScriptedServer(line -> line.equals(".") ? "250 taken+DROP" : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(other.send(MAIL)).isInstanceOf(Sent.class);
            }
            assertThat(scripted.connections).hasValue(3);
        }
    }

    @Test
    void anIdleConnectionMayBeRefusedOnceMore() throws Exception {
        AtomicInteger mails = new AtomicInteger();
        try (ScriptedServer scripted =
                        new ScriptedServer(line -> line.startsWith("MAIL") && mails.incrementAndGet() == 2
                                ? "421 idle for too long+DROP"
                                : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            assertThat(other.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(other.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(scripted.connections).hasValue(2);
        }
    }

    @Test
    void anAnswerLostAfterTheWholeMailIsNotFollowedByASecondTryAtOnce() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        try (ScriptedServer scripted = new ScriptedServer(line -> line.equals(".") && ends.incrementAndGet() == 2
                        ? ScriptedServer.DROP
                        : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            assertThat(other.send(MAIL)).isInstanceOf(Sent.class);
            assertThat(other.send(MAIL)).isInstanceOf(Unreachable.class);
            assertThat(ends).hasValue(2);
        }
    }

    @Test
    void anAttemptEndsInTimeWhateverTheServerDoes() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(
                        line -> line.equals(".") ? ScriptedServer.HANG : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            other.settings.attempt = Duration.ofMillis(700);

            assertThat(other.send(MAIL)).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void aFileThatCannotBeReadNowDefersTheMailAndNothingHalfIsTaken() throws Exception {
        kit.files.with("k", "a.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8));
        kit.files.away();

        SendResult result = kit.send(new Draft().files(new MailFile(1, "a.txt")).mail());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(server.received).isEmpty();
    }

    @Test
    void addressesBeyondAsciiNeedAServerThatTakesThem() throws Exception {
        StoredMail local =
                new Draft().to(MailAddressee.to("", "grüße@example.com")).mail();
        StoredMail domain =
                new Draft().to(MailAddressee.to("", "a@bücher.example")).mail();

        try (ScriptedServer scripted = new ScriptedServer(ScriptedServer::usual);
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            assertThat(other.send(local)).isInstanceOf(Refused.class);
            assertThat(other.send(domain)).isInstanceOf(Sent.class);
            assertThat(scripted.lines).contains("RCPT TO:<a@xn--bcher-kva.example>");
        }
    }

    @Test
    void addressesBeyondAsciiAreSentAsTheyAreToAServerThatTakesThem() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(
                        line -> line.startsWith("EHLO") ? "250-scripted\r\n250 SMTPUTF8" : ScriptedServer.usual(line));
                SmtpKit other = new SmtpKit().relay(scripted.port())) {
            assertThat(other.send(new Draft()
                            .to(MailAddressee.to("", "grüße@bücher.example"))
                            .mail()))
                    .isInstanceOf(Sent.class);
            assertThat(scripted.lines)
                    .contains("RCPT TO:<grüße@bücher.example>")
                    .anyMatch(line -> line.endsWith(" SMTPUTF8"));

            scripted.lines.clear();
            other.send(MAIL);
            assertThat(scripted.lines).noneMatch(line -> line.contains("SMTPUTF8"));
        }
    }

    @Test
    void withoutAnyServerAMailWaits() throws Exception {
        try (SmtpKit none = new SmtpKit()) {
            none.settings.accountsOnly = true;

            assertThat(none.send(MAIL)).isInstanceOf(Unreachable.class);
            assertThat(none.postman().server(MAIL)).isEqualTo("none");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://user:secret@mail.example.com:587, must not hold user or password",
        "http://mail.example.com, must be smtp://host:port",
        "mail.example.com:25, must be smtp://host:port",
        "smtp://mail.example.com/?a=b, must be smtp://host:port",
        "smtp://, must be smtp://host:port"
    })
    void wrongSettingsAreNamedAtTheStart(String url, String message) {
        try (SmtpKit wrong = new SmtpKit()) {
            wrong.settings.url = url;

            assertThatThrownBy(wrong::postman)
                    .hasMessageContaining("ticketwire.mail.smtp-url")
                    .hasMessageContaining(message)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aUserWithoutAPasswordIsNamedAtTheStart() {
        kit.settings.user = "relay";

        assertThatThrownBy(kit::postman).hasMessageContaining("ticketwire.mail.smtp-password");
    }

    @Test
    void wrongLinesOfPasswordsAreNamedByTheirNumberOnly() {
        kit.settings.passwords = "support@example.com support:secret\nalerts@example.com hidden";

        assertThatThrownBy(kit::postman)
                .hasMessageContaining("ticketwire.mail.account-passwords, line 2")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void mailsWithTheSameServerHaveItsName() {
        assertThat(kit.postman().server(MAIL)).isEqualTo("127.0.0.1:" + server.port());
        assertThat(kit.postman().server(TestLetters.html("<p>x</p>"))).isEqualTo("127.0.0.1:" + server.port());
    }
}
