package dev.ticketwire.mail.queue;

import static dev.ticketwire.mail.queue.QueueKit.number;
import static dev.ticketwire.mail.queue.QueueKit.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketwire.mail.letter.StoredMail;
import dev.ticketwire.mail.queue.dispatch.Dispatcher;
import dev.ticketwire.mail.smtp.SendResult.Missed;
import dev.ticketwire.mail.smtp.SendResult.Sent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent when, by how many dispatchers, whatever servers and the database do. */
@SuppressWarnings("NullAway.Init") // JUnit fills them in
class QueueIT {
    private QueueKit kit;
    private TestPostman postman;

    @BeforeEach
    void begin() throws SQLException {
        kit = new QueueKit();
        postman = kit.postman;
    }

    @AfterEach
    void end() {
        kit.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private void mails(int tickets, int each) throws SQLException {
        for (int mail = 0; mail < each; mail++) {
            for (int ticket = 1; ticket <= tickets; ticket++) {
                kit.mail(ticket, "t" + ticket + "-" + mail);
            }
        }
    }

    @Test
    void twoDispatchersSendEachMailOnceInTheOrderOfItsTicketAndForgetWhatItSays() throws SQLException {
        mails(40, 12);
        kit.start();
        kit.start();

        soon().until(() -> number("sent") == 480);
        assertThat(postman.subjects()).doesNotHaveDuplicates().hasSize(480);
        for (int ticket = 1; ticket <= 40; ticket++) {
            int number = ticket;
            assertThat(postman.subjects(ticket))
                    .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 12)
                            .mapToObj(mail -> "t" + number + "-" + mail)
                            .toList());
        }
        assertThat(texts("SELECT mail_id FROM ticketwire_mail_text")).isEmpty();
        assertThat(postman.taken()).allMatch(mail -> "<p>text</p>".equals(mail.html()));
    }

    @Test
    void whatAKilledProcessHadAcceptedButNotWrittenIsRepeatedWithItsMessageId() throws SQLException {
        AtomicBoolean isAway = new AtomicBoolean();
        kit.mail(1, "first");
        postman.close();
        Dispatcher killed = kit.start(QueueKit.switched(isAway));
        soon().until(() -> postman.tries.get() == 1);
        isAway.set(true);
        postman.open();
        soon().until(() -> postman.taken().size() == 1);
        killed.kill();
        kit.start();

        soon().until(() -> number("sent") == 1);
        assertThat(postman.taken().stream().map(StoredMail::messageId))
                .containsExactly("<first@example.org>", "<first@example.org>");
    }

    @Test
    void aMailThatWasSentWhileTheDatabaseIsAwayIsNotSentAgain() throws SQLException {
        AtomicBoolean isAway = new AtomicBoolean();
        mails(3, 1);
        postman.close();
        Dispatcher dispatcher = kit.start(QueueKit.switched(isAway));
        soon().until(() -> postman.tries.get() == 3);
        isAway.set(true);
        postman.open();
        soon().until(() -> postman.taken().size() == 3 && !dispatcher.problems().isEmpty());
        // Longer than the claim: now others might take it.
        QueueKit.execute("UPDATE ticketwire_mail SET claimed_until = '2000-01-01'");
        isAway.set(false);

        soon().until(() -> number("sent") == 3);
        assertThat(postman.taken()).hasSize(3);
        assertThat(dispatcher.problems()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedByOneMailAndAllGoOnAtItsReturn() throws SQLException {
        postman.away(1, true);
        mails(30, 2);
        Dispatcher dispatcher = kit.start("back-off", "1h");
        soon().until(() -> dispatcher.away().equals(List.of(TestPostman.server(1))));
        soon().until(() -> postman.tries.get() > 6);
        kit.mail(99, 2, "other@example.net", "alive");

        soon().until(() -> postman.subjects().contains("alive"));
        assertThat(texts("SELECT COUNT(*) FROM ticketwire_mail WHERE attempts = 0 AND state = 'waiting'")
                        .getFirst())
                .as("mails that have cost no attempt")
                .satisfies(untried -> assertThat(Integer.parseInt(untried)).isGreaterThan(40));
        postman.away(1, false);
        soon().until(() -> number("sent") == 61);
        assertThat(dispatcher.away()).isEmpty();
        for (int ticket = 1; ticket <= 30; ticket++) {
            assertThat(postman.subjects(ticket)).containsExactly("t" + ticket + "-0", "t" + ticket + "-1");
        }
    }

    @Test
    void aMailOfALiveServerPassesOneOfItsTicketWhoseServerIsAway() throws SQLException {
        postman.away(1, true);
        kit.mail(1, 1, "customer@example.com", "dead");
        Dispatcher dispatcher = kit.start();
        soon().until(() -> !dispatcher.away().isEmpty());
        kit.mail(1, 2, "agent@example.net", "alive");

        soon().until(() -> postman.subjects().equals(List.of("alive")));
    }

    @Test
    void aMailThatIsDeferredHoldsUpItsTicketOnlyForAWhile() throws SQLException {
        postman.defer("t1-0");
        mails(2, 2);
        kit.start("hold", "1h");
        soon().until(() -> postman.subjects(2).size() == 2 && postman.tries.get() > 4);
        assertThat(postman.subjects(1)).isEmpty();
        assertThat(texts("SELECT CONCAT(state, ' ', status, ' ', error) FROM ticketwire_mail WHERE subject = 't1-0'"))
                .containsExactly("waiting 451 try again");

        QueueKit.execute("UPDATE ticketwire_mail SET first_failure = '2000-01-01' WHERE subject = 't1-0'");
        soon().until(() -> postman.subjects(1).equals(List.of("t1-1")));
        postman.takeAgain("t1-0");
        soon().until(() -> postman.subjects(1).equals(List.of("t1-1", "t1-0")));
    }

    @Test
    void aMailThatIsRefusedFailsAtOnceAndKeepsItsTextWhileOthersGoOn() throws SQLException {
        postman.refuse("t1-0");
        mails(1, 2);
        kit.start();

        soon().until(() -> number("failed") == 1 && number("sent") == 1);
        assertThat(texts("SELECT CONCAT(m.subject, m.status, m.attempts, t.html) FROM ticketwire_mail m"
                        + " JOIN ticketwire_mail_text t ON t.mail_id = m.id"))
                .containsExactly("t1-05501<p>text</p>");
    }

    @Test
    void aRowThatCannotBeReadHoldsUpNoOtherTicket() throws SQLException {
        mails(3, 1);
        QueueKit.execute("UPDATE ticketwire_mail SET type = 'of-a-newer-release' WHERE subject = 't1-0'");
        kit.start();

        soon().until(() -> number("sent") == 2);
        assertThat(number("waiting")).isEqualTo(1);
    }

    @Test
    void whatNoServerTakesInTimeFails() throws SQLException {
        postman.away(1, true);
        postman.defer("deferred");
        kit.mail(1, "old-1");
        kit.mail(2, "old-2");
        kit.mail(3, 2, "customer@example.com", "deferred");
        QueueKit.execute("UPDATE ticketwire_mail SET created = NOW() - INTERVAL 4 DAY");
        kit.mail(4, "young");
        Dispatcher dispatcher = kit.start();
        soon().until(() -> !dispatcher.away().isEmpty());
        soon().until(() -> {
            dispatcher.giveUp();
            return number("failed") == 3;
        });
        assertThat(texts("SELECT subject FROM ticketwire_mail WHERE state = 'waiting'"))
                .containsExactly("young");
    }

    @Test
    void aRecipientWhoIsDeferredIsTriedAloneAndOneWhoIsRefusedIsNoted() throws SQLException {
        kit.mail(1, "list");
        QueueKit.execute(
                "UPDATE ticketwire_mail SET recipients = '[{\"as\":\"to\",\"name\":\"\",\"address\":\"a@x.org\"},"
                        + "{\"as\":\"cc\",\"name\":\"\",\"address\":\"b@x.org\"},"
                        + "{\"as\":\"cc\",\"name\":\"\",\"address\":\"c@x.org\"}]'");
        postman.answer(
                "list",
                new Sent(
                        "mail1.example.org:25",
                        250,
                        List.of(
                                new Missed("b@x.org", false, 450, "later"),
                                new Missed("c@x.org", true, 550, "never"))));
        kit.start("back-off", "1h");
        soon().until(() -> texts("SELECT done FROM ticketwire_mail").contains("[\"a@x.org\",\"c@x.org\"]"));
        postman.takeAgain("list");
        QueueKit.execute("UPDATE ticketwire_mail SET next_attempt = UTC_TIMESTAMP(3)");

        soon().until(() -> number("sent") == 1);
        assertThat(postman.taken().getLast().done()).containsExactly("a@x.org", "c@x.org");
        assertThat(texts("SELECT error FROM ticketwire_mail")).containsExactly("recipient 3 of 3: 550 never");
    }

    @Test
    void aDomainHasAsManyAtATimeAsAllowedAndHoldsUpNoOther() throws SQLException {
        postman.close();
        for (int i = 0; i < 400; i++) {
            kit.mail(i + 1, 1, "someone@slow.example", "slow-" + i);
        }
        kit.mail(900, 1, "someone@fast.example", "fast");
        kit.start("connections-per-domain", "2");

        soon().until(() -> postman.mostAtOnce("fast.example") == 1);
        assertThat(postman.mostAtOnce("slow.example")).isEqualTo(2);
        postman.open();
        soon().until(() -> number("sent") == 401);
        assertThat(postman.mostAtOnce("slow.example")).isEqualTo(2);
    }

    @Test
    void noMoreMailsGoToOneAddressInAnHourThanAllowedByAnyNumberOfProcesses() throws SQLException {
        for (int i = 0; i < 20; i++) {
            kit.mail(i + 1, 1, (i % 2 == 0 ? "Loop" : "loop") + "@example.com", "loop-" + i);
        }
        kit.mail(50, 1, "other@example.com", "other");
        kit.start("most-per-hour-and-address", "5");
        kit.start("most-per-hour-and-address", "5");

        soon().until(() -> number("sent") == 6
                && texts("SELECT id FROM ticketwire_mail WHERE error = 'held back by a limit'")
                                .size()
                        == 15);
        assertThat(postman.subjects()).contains("other").hasSize(6);
        QueueKit.execute(
                "UPDATE ticketwire_mail_count SET minute = minute - 61 WHERE minute > 0",
                "UPDATE ticketwire_mail SET next_attempt = UTC_TIMESTAMP(3) WHERE state = 'waiting'");
        soon().until(() -> number("sent") == 11);
    }

    @Test
    void whatWasNotSentDoesNotCountForTheLimitOfAMinute() throws SQLException {
        postman.refuse("t1-0");
        mails(6, 1);
        kit.start("most-per-minute", "3");
        soon().until(() -> number("failed") == 1
                && number("sent") >= 3
                && texts("SELECT SUM(number) FROM ticketwire_mail_count"
                                + " WHERE minute > 0 AND address = REPEAT(CHAR(0), 32)")
                        .contains(String.valueOf(number("sent"))));
    }

    @Test
    void atTheEndWhatIsBeingSentIsSentAndTheRestIsGivenBack() throws Exception {
        postman.close();
        mails(50, 1);
        Dispatcher dispatcher = kit.start();
        soon().until(() -> postman.tries.get() == 4);
        Thread drain = Thread.ofVirtual().start(() -> {
            try {
                dispatcher.drain(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        soon().until(() -> texts("SELECT id FROM ticketwire_mail WHERE claimed_by IS NOT NULL")
                        .size()
                == 4);
        postman.open();
        drain.join();

        assertThat(postman.taken()).hasSize(4);
        assertThat(number("sent")).isEqualTo(4);
        assertThat(texts("SELECT id FROM ticketwire_mail WHERE claimed_by IS NOT NULL"))
                .isEmpty();
    }
}
