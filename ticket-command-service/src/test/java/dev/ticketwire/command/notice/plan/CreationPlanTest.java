package dev.ticketwire.command.notice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailFile;
import dev.ticketwire.osticket.mail.MailType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationPlanTest {
    private static final String RESPONSE = "auto-response Olga Owner <olga@example.org>";

    @Test
    void aHelpDeskWithoutSettingsTellsNobody() {
        assertThat(new TestCreation().told(new TestHelpDesk().build())).isEmpty();
    }

    @Test
    void theMailsOfOneTicketHaveAFixedOrder() {
        TestHelpDesk desk = desk().on("overlimit_notice_active", "assigned_alert_active", "assigned_alert_staff")
                .setting("max_open_tickets", "4");
        TestCreation creation = new TestCreation()
                .filterMail(0, "boss@example.net")
                .assignedTo(4, 0)
                .limitReached();

        assertThat(creation.told(desk.build()))
                .containsExactly(
                        "filter-mail boss@example.net",
                        "assignment-alert Paul Dorn <paul@desk.test>",
                        RESPONSE,
                        "ticket-alert Mona Berg <mona@desk.test>",
                        "ticket-alert chief@desk.test",
                        "log-mail chief@desk.test",
                        "limit-notice Olga Owner <olga@example.org>",
                        "log-mail chief@desk.test");
    }

    @Test
    void theOwnerGetsOneAnswerTheCannedOneIfThereIsOne() {
        assertThat(new TestCreation().canned().told(desk().build()))
                .contains("canned-answer Olga Owner <olga@example.org>")
                .doesNotContain(RESPONSE);
    }

    @Test
    void aCannedAnswerNeedsNeitherTheSettingNorTheDepartment() {
        TestHelpDesk desk = new TestHelpDesk().department(1, department -> department.ticketAutoResponse = false);

        assertThat(new TestCreation().canned().told(desk.build()))
                .containsExactly("canned-answer Olga Owner <olga@example.org>");
        assertThat(new TestCreation().canned().without(false, true).told(desk.build()))
                .isEmpty();
    }

    @Test
    void aCannedAnswerCarriesItsFilesIfTheHelpDeskSendsFiles() {
        TestCreation creation =
                new TestCreation().canned(new FileLink(3, "guide.pdf", false), new FileLink(4, "picture.png", true));

        assertThat(creation.only(MailType.CANNED_ANSWER, new TestHelpDesk().build())
                        .files())
                .isEmpty();
        assertThat(creation.only(
                                MailType.CANNED_ANSWER,
                                new TestHelpDesk().on("email_attachments").build())
                        .files())
                .containsExactly(new MailFile(3, "guide.pdf"));
    }

    @Test
    void noAutoResponseGoesOutIfRequestTopicDepartmentOrOwnAddressForbidIt() {
        assertThat(new TestCreation().without(false, true).told(desk().build())).doesNotContain(RESPONSE);
        assertThat(new TestCreation()
                        .told(desk().topic(topic -> topic.noAutoResponse = true).build()))
                .doesNotContain(RESPONSE);
        assertThat(new TestCreation()
                        .told(desk().department(1, department -> department.ticketAutoResponse = false)
                                .build()))
                .doesNotContain(RESPONSE);
        assertThat(new TestCreation().owner("Loop", "HELP@desk.test").told(desk().build()))
                .containsExactly("ticket-alert Mona Berg <mona@desk.test>", "ticket-alert chief@desk.test");
    }

    @Test
    void anAutomaticMailIsNotAnsweredButAgentsAreTold() {
        List<String> alerts = List.of("ticket-alert Mona Berg <mona@desk.test>", "ticket-alert chief@desk.test");

        assertThat(new TestCreation().byMail(true, false, false).told(desk().build()))
                .isEqualTo(alerts);
        assertThat(new TestCreation().byMail(false, true, false).told(desk().build()))
                .isEqualTo(alerts);
        assertThat(new TestCreation().byMail(true, false, true).told(desk().build()))
                .isEmpty();
    }

    @Test
    void aMailboxWithoutAutoResponseGivesNone() {
        TestHelpDesk desk = desk().mailbox(1, mailbox -> mailbox.noAutoResponse = true);

        assertThat(new TestCreation().byMail(false, false, false).told(desk.build()))
                .doesNotContain(RESPONSE);
        assertThat(new TestCreation().told(desk.build())).contains(RESPONSE);
    }

    @Test
    void answersToAMailBelongToItsConversation() {
        Threading threading = new TestCreation()
                .byMail(false, false, false)
                .only(MailType.AUTO_RESPONSE, desk().build())
                .threading();

        assertThat(threading)
                .isEqualTo(new Threading(
                        TestCreation.MESSAGE,
                        TestCreation.THREAD,
                        new MailReference("<second@example.org>", List.of("<first@example.org>"))));
        assertThat(new TestCreation()
                        .only(MailType.AUTO_RESPONSE, desk().build())
                        .threading())
                .isEqualTo(new Threading(0, TestCreation.THREAD, null));
    }

    @Test
    void senderAndSignatureAreTheDepartments() {
        TestHelpDesk desk = desk().department(1, department -> {
            department.autoResponseMailboxId = 3;
            department.mailboxId = 2;
        });

        PlannedMail response = new TestCreation().only(MailType.AUTO_RESPONSE, desk.build());

        assertThat(response.sender()).isEqualTo(new Sender(3, "", "auto@desk.test"));
        assertThat(response.content().signature()).isEqualTo("The Repairs people");
        assertThat(new TestCreation()
                        .canned()
                        .only(MailType.CANNED_ANSWER, desk.build())
                        .sender()
                        .mailbox())
                .isEqualTo(2);
        assertThat(new TestCreation()
                        .only(
                                MailType.AUTO_RESPONSE,
                                desk.department(1, department -> department.isPublic = false)
                                        .build())
                        .content()
                        .signature())
                .isEmpty();
    }

    @Test
    void withoutAnyMailboxNothingIsSent() {
        assertThat(new TestCreation()
                        .filterMail(0, "boss@example.net")
                        .limitReached()
                        .told(desk().setting("default_email_id", "0")
                                .setting("alert_email_id", "0")
                                .build()))
                .isEmpty();
    }

    private static TestHelpDesk desk() {
        return new TestHelpDesk()
                .on("ticket_autoresponder", "ticket_alert_active", "ticket_alert_dept_manager", "ticket_alert_admin");
    }
}
