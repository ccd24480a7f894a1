package dev.ticketwire.command.notice.plan;

import static dev.ticketwire.command.notice.plan.TestThread.only;
import static dev.ticketwire.command.notice.plan.TestThread.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import org.junit.jupiter.api.Test;

class ReplyAndNotePlanTest {
    private static final String REPLY = "reply to olga@example.org, cc carl@example.org, cc dora@example.org";
    private static final String ALERT = "activity-alert to ";

    @Test
    void aReplyGoesToTheOwnerAndTheCollaboratorsInOneMail() {
        assertThat(told(new TestThread().reply(1, new TestHelpDesk().build()))).containsExactly(REPLY);
        assertThat(reply(new TestHelpDesk().build()).threading())
                .isEqualTo(new Threading(TestThread.ENTRY, 31, TestThread.NEWEST));
    }

    @Test
    void otherAgentsAreToldBeforeAndItsAuthorIsNot() {
        assertThat(told(new TestThread()
                        .answeredBy(3)
                        .assignedTo(1, 7)
                        .reply(1, alerting().build())))
                .containsExactly(ALERT + "abel@desk.test", ALERT + "paul@desk.test", ALERT + "mona@desk.test", REPLY);
    }

    @Test
    void anotherAgentWithTheAuthorsAddressIsTold() {
        Reference desk =
                alerting().agent(2, mona -> mona.email = "zoe@desk.test").build();

        assertThat(told(new TestThread().assignedTo(1, 0).reply(1, desk)))
                .containsExactly(ALERT + "zoe@desk.test", REPLY);
    }

    @Test
    void theSenderIsCalledAsTheAgentPrefers() {
        assertThat(name(new TestHelpDesk())).isEqualTo("Help");
        assertThat(name(new TestHelpDesk().setting("staff.1", "default_from_name", "mine")))
                .isEqualTo("Zoe Ames");
        assertThat(name(new TestHelpDesk()
                        .setting("staff.1", "default_from_name", "mine")
                        .on("hide_staff_name")))
                .isEqualTo("Help");
        assertThat(name(new TestHelpDesk().setting("staff.1", "default_from_name", "dept")))
                .isEqualTo("Repairs");
        assertThat(name(new TestHelpDesk()
                        .setting("staff.1", "default_from_name", "dept")
                        .department(1, department -> department.isPublic = false)))
                .isEqualTo("Help");
    }

    @Test
    void theSignatureIsTheOneThatTheAgentChose() {
        TestHelpDesk desk = new TestHelpDesk().agent(1, zoe -> zoe.signature = "Zoe, at your service");

        assertThat(reply(desk.build()).content().signature()).isEmpty();
        assertThat(reply(desk.agent(1, zoe -> zoe.signatureType = "mine").build())
                        .content()
                        .signature())
                .isEqualTo("Zoe, at your service");
        assertThat(reply(desk.agent(1, zoe -> zoe.signatureType = "dept").build())
                        .content()
                        .signature())
                .isEqualTo("The Repairs people");
    }

    @Test
    void filesGoAlongIfTheHelpDeskSendsFiles() {
        assertThat(reply(new TestHelpDesk().build()).files()).isEmpty();
        assertThat(reply(new TestHelpDesk().on("email_attachments").build()).files())
                .containsExactly(new MailFile(3, "a.pdf"));
    }

    @Test
    void aNoteComesFromTheAlertAddress() {
        PlannedMail alert = new TestThread()
                .assignedTo(1, 0)
                .note(0, alerting().setting("note_alert_dept_manager", "").build())
                .getFirst();

        assertThat(alert.sender().address()).isEqualTo("alerts@desk.test");
        assertThat(alert.threading()).isEqualTo(new Threading(TestThread.ENTRY, 31, null));
    }

    @Test
    void aNoteNeedsAlertMembersOfTheDepartment() {
        assertThat(new TestThread()
                        .assignedTo(4, 0)
                        .note(
                                0,
                                alerting()
                                        .department(1, department -> department.groupMembership = 3)
                                        .build()))
                .isEmpty();
    }

    @Test
    void aNoteByAMachineTellsNobody() {
        assertThat(new TestThread()
                        .assignedTo(1, 0)
                        .byMail(true, false, false)
                        .note(2, alerting().build()))
                .isEmpty();
        assertThat(told(new TestThread()
                        .assignedTo(1, 0)
                        .byMail(false, true, false)
                        .note(2, alerting().build())))
                .containsExactly(ALERT + "zoe@desk.test");
    }

    @Test
    void onAClosedTicketAccessToItsDepartmentCounts() {
        TestThread thread = new TestThread().assignedTo(4, 0).closed();

        assertThat(told(thread.note(0, alerting().build()))).containsExactly(ALERT + "mona@desk.test");
        assertThat(told(thread.note(0, alerting().access(4, 1, 0).build())))
                .containsExactly(ALERT + "paul@desk.test", ALERT + "mona@desk.test");
    }

    private static PlannedMail reply(Reference reference) {
        return only(MailType.REPLY, new TestThread().reply(1, reference));
    }

    private static String name(TestHelpDesk desk) {
        return reply(desk.build()).sender().name();
    }

    private static TestHelpDesk alerting() {
        return new TestHelpDesk()
                .on("note_alert_active", "note_alert_laststaff", "note_alert_assigned", "note_alert_dept_manager");
    }
}
