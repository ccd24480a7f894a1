package dev.ticketwire.command.notice.plan;

import static dev.ticketwire.command.notice.plan.TestThread.CARL;
import static dev.ticketwire.command.notice.plan.TestThread.ENTRY;
import static dev.ticketwire.command.notice.plan.TestThread.OLGA;
import static dev.ticketwire.command.notice.plan.TestThread.only;
import static dev.ticketwire.command.notice.plan.TestThread.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailType;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePlanTest {
    private static final String ALERT = "message-alert to ";

    @Test
    void aMessageIsConfirmedCopiedAndAlerted() {
        assertThat(told(new TestThread().assignedTo(1, 0).message(OLGA, desk().build())))
                .containsExactly(
                        "confirmation to olga@example.org",
                        "copy to carl@example.org, to dora@example.org",
                        ALERT + "zoe@desk.test",
                        ALERT + "mona@desk.test");
    }

    @Test
    void aCollaboratorsMessageIsCopiedToTheOwnerFirst() {
        List<PlannedMail> mails = new TestThread().message(CARL, desk().build());

        assertThat(told(mails))
                .startsWith("confirmation to carl@example.org", "copy to olga@example.org, cc dora@example.org");
        assertThat(only(MailType.CONFIRMATION, mails).reader()).isInstanceOf(Reader.Collaborator.class);
        assertThat(only(MailType.COPY, mails).reader()).matches(reader -> ((Reader.Several) reader).withOwner());
    }

    @Test
    void nobodyGetsACopyOfAMail() {
        assertThat(told(new TestThread().byMail(false, false, false).message(OLGA, desk().build())))
                .containsExactly("confirmation to olga@example.org", ALERT + "mona@desk.test");
    }

    @Test
    void machinesAndBystandersTellNobody() {
        assertThat(new TestThread().byMail(true, false, false).message(OLGA, desk().build()))
                .isEmpty();
        assertThat(new TestThread().byMail(true, false, true).message(OLGA, desk().build()))
                .isEmpty();
        assertThat(new TestThread().bystander().message(OLGA, desk().build())).isEmpty();
    }

    @Test
    void whoAsksForNoAnswerGetsNoneButAgentsAreTold() {
        assertThat(told(new TestThread().byMail(false, true, false).message(OLGA, desk().build())))
                .containsExactly(ALERT + "mona@desk.test");
    }

    @Test
    void theAlertGoesToTheLastRespondentThenTheAgentElseTheTeam() {
        assertThat(told(new TestThread()
                        .byMail(false, true, false)
                        .answeredBy(3)
                        .assignedTo(4, 7)
                        .message(OLGA, desk().build())))
                .containsExactly(ALERT + "abel@desk.test", ALERT + "paul@desk.test", ALERT + "mona@desk.test");
        assertThat(told(new TestThread()
                        .byMail(false, true, false)
                        .assignedTo(0, 7)
                        .accountManager("s3")
                        .message(OLGA, desk().on("message_alert_acct_manager").build())))
                .containsExactly(
                        ALERT + "zoe@desk.test",
                        ALERT + "paul@desk.test",
                        ALERT + "mona@desk.test",
                        ALERT + "abel@desk.test");
    }

    @Test
    void theAlertNeedsNoAlertMembers() {
        assertThat(told(new TestThread()
                        .byMail(false, true, false)
                        .message(
                                OLGA,
                                desk().department(1, department -> department.groupMembership = 2)
                                        .build())))
                .containsExactly(ALERT + "mona@desk.test");
    }

    @Test
    void aConfirmationAnswersTheMailAndACopyTheNewestMail() {
        assertThat(only(
                                MailType.CONFIRMATION,
                                new TestThread().byMail(false, false, false).message(OLGA, desk().build()))
                        .threading())
                .isEqualTo(new Threading(ENTRY, 31, new MailReference("<this@example.org>", List.of())));
        assertThat(only(MailType.COPY, new TestThread().message(OLGA, desk().build()))
                        .threading())
                .isEqualTo(new Threading(ENTRY, 31, TestThread.NEWEST));
    }

    @Test
    void theDepartmentMayForbidConfirmations() {
        assertThat(told(new TestThread()
                        .byMail(false, false, false)
                        .message(
                                OLGA,
                                desk().department(1, department -> department.messageAutoResponse = false)
                                        .build())))
                .containsExactly(ALERT + "mona@desk.test");
    }

    private static TestHelpDesk desk() {
        return new TestHelpDesk()
                .on(
                        "message_autoresponder",
                        "message_alert_active",
                        "message_alert_laststaff",
                        "message_alert_assigned",
                        "message_alert_dept_manager");
    }
}
