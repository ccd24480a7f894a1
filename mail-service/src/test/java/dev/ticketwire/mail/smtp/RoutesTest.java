package dev.ticketwire.mail.smtp;

import static dev.ticketwire.mail.letter.TestLetters.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.mail.smtp.SendResult.Deferred;
import dev.ticketwire.mail.smtp.SendResult.Refused;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final TestServer own = TestServer.start();
    private final TestServer everybodys = TestServer.start();
    private final TestServer relay = TestServer.start();
    private final SmtpKit kit = new SmtpKit().relay(relay.port());

    @AfterEach
    void close() {
        kit.close();
        own.close();
        everybodys.close();
        relay.close();
    }

    @Test
    void theSendersAccountIsFirstThenThatOfEverybodyThenTheRelay() throws Exception {
        kit.accounts.add(kit.account(1, 1, "support@example.com", own.port()));
        kit.accounts.add(kit.account(2, 2, "alerts@example.com", everybodys.port()));
        kit.ofEverybody = 2;

        assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
        own.close();
        assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
        everybodys.close();
        assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);

        assertThat(own.received).hasSize(1);
        assertThat(everybodys.received).hasSize(1);
        assertThat(relay.received).hasSize(1);
    }

    @Test
    void anAccountOfAnotherAddressSendsInItsOwnName() throws Exception {
        kit.accounts.add(kit.account(1, 1, "support@example.com", own.port()));
        kit.accounts.add(kit.account(2, 2, "alerts@example.com", everybodys.port()));
        kit.ofEverybody = 2;
        own.refuse("MAIL", 550, "no");
        everybodys.refuse("END", 451, "not now");

        kit.send(MAIL);
        everybodys.take();
        kit.send(MAIL);

        assertThat(everybodys.received.getFirst().from()).isEqualTo("alerts@example.com");
        assertThat(everybodys.received.getFirst().mail())
                .contains("Sender: Support <alerts@example.com>\r\n")
                .contains("From: Support <support@example.com>\r\n");
        assertThat(relay.received.getFirst().from()).isEqualTo("support@example.com");
        assertThat(relay.received.getFirst().mail()).doesNotContain("Sender:");
    }

    @Test
    void anAccountThatMaySendForOthersNeedsNoSender() throws Exception {
        kit.accounts.add(new Account(2, 2, "alerts@example.com", "127.0.0.1", everybodys.port(), "NONE", "none", true));
        kit.ofEverybody = 2;

        kit.send(MAIL);

        assertThat(everybodys.received.getFirst().from()).isEqualTo("support@example.com");
        assertThat(everybodys.received.getFirst().mail()).doesNotContain("Sender:");
    }

    @Test
    void accountsThatNeedAPasswordAreSkippedWithoutOne() throws Exception {
        kit.accounts.add(new Account(1, 1, "support@example.com", "127.0.0.1", own.port(), "NONE", "basic", false));

        assertThat(kit.send(MAIL)).isInstanceOf(Sent.class);
        assertThat(own.received).isEmpty();
        assertThat(relay.received).hasSize(1);
    }

    @Test
    void accountsAreNotUsedIfTheyAreOff() throws Exception {
        kit.settings.accounts = false;
        kit.accounts.add(kit.account(1, 1, "support@example.com", own.port()));

        kit.send(MAIL);

        assertThat(relay.received).hasSize(1);
    }

    @Test
    void aChangedAccountIsUsedAtOnce() throws Exception {
        kit.send(MAIL);
        kit.accounts.add(kit.account(1, 1, "support@example.com", own.port()));
        kit.send(MAIL);
        kit.accounts.clear();
        kit.send(MAIL);

        assertThat(own.received).hasSize(1);
        assertThat(relay.received).hasSize(2);
    }

    @Test
    void aMailIsRefusedOnlyIfAllRefuseIt() throws Exception {
        kit.accounts.add(kit.account(1, 1, "support@example.com", own.port()));
        relay.refuse("MAIL", 550, "no");

        own.refuse("bob@example.com", 450, "not now");
        assertThat(kit.send(MAIL)).isInstanceOf(Deferred.class);
        own.refuse("bob@example.com", 550, "never");
        assertThat(kit.send(MAIL)).isInstanceOf(Refused.class);
        own.close();
        assertThat(kit.send(MAIL)).isInstanceOf(Deferred.class);
    }

    @Test
    void aServerThatIsAwayIsLeftAloneForAWhileIfAnotherTakesTheMails() throws Exception {
        try (ScriptedServer silent = new ScriptedServer(line -> "421 away+DROP")) {
            kit.accounts.add(kit.account(1, 1, "support@example.com", silent.port()));

            kit.send(MAIL);
            kit.send(MAIL);
            assertThat(silent.connections).hasValue(1);
            assertThat(kit.postman().server(MAIL)).isEqualTo("127.0.0.1:" + relay.port());

            kit.nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            kit.send(MAIL);
            kit.send(MAIL);
            assertThat(silent.connections).hasValue(2);
            assertThat(relay.received).hasSize(4);
        }
    }

    @Test
    void ifAllAreAwayTheFirstIsTriedAgainNextTime() throws Exception {
        own.refuse("MAIL", 421, "away");
        kit.accounts.add(kit.account(1, 1, "support@example.com", own.port()));
        kit.send(MAIL);
        relay.refuse("MAIL", 421, "away");
        kit.send(MAIL);
        own.take();
        relay.take();

        kit.send(MAIL);

        assertThat(own.received).hasSize(1);
    }
}
