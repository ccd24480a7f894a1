package dev.ticketwire.command.notice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterAndLimitMailsTest {
    private static final MailAddressee OWNER = MailAddressee.to("Olga Owner", "olga@example.org");
    private static final String LOG = "log-mail chief@desk.test";
    private static final String NOTICE = "limit-notice Olga Owner <olga@example.org>";

    @Test
    void aListNamesPeopleAndTheOwner() {
        assertThat(AddressList.read("a@b.example, Boss <boss@b.example>;\"Berg, Mona\" <m@b.example>\n%{user}", OWNER))
                .containsExactly(
                        MailAddressee.to("", "a@b.example"),
                        MailAddressee.to("Boss", "boss@b.example"),
                        MailAddressee.to("Berg, Mona", "m@b.example"),
                        OWNER);
    }

    @Test
    void whatIsNoAddressCostsNoOtherRecipientHisMail() {
        assertThat(AddressList.read("nobody, , a@b.example", OWNER))
                .containsExactly(MailAddressee.to("", "a@b.example"));
        assertThat(AddressList.read("%{user}", null)).isEmpty();
        assertThat(AddressList.read("", OWNER)).isEmpty();
    }

    @Test
    void aFilterMailComesFromTheChosenAddressElseTheDefault() {
        TestCreation chosen = new TestCreation().filterMail(2, "boss@example.net");
        TestCreation unknown = new TestCreation().filterMail(77, "boss@example.net");

        assertThat(sender(chosen)).isEqualTo("alerts@desk.test");
        assertThat(sender(unknown)).isEqualTo("help@desk.test");
    }

    @Test
    void aMachineGetsNoFilterMailBack() {
        TestCreation creation = new TestCreation()
                .filterMail(0, "%{user}, OLGA@example.org, boss@example.net")
                .without(true, true);

        assertThat(creation.told(new TestHelpDesk().build())).hasSize(3);
        assertThat(creation.byMail(true, false, false).told(new TestHelpDesk().build()))
                .containsExactly("filter-mail boss@example.net");
    }

    @Test
    void theLimitIsLoggedAndToldToTheOwner() {
        List<PlannedMail> mails =
                new TestCreation().limitReached().plan(limited().build());

        assertThat(new TestCreation().limitReached().told(limited().build())).containsExactly(LOG, NOTICE, LOG);
        assertThat(mails.getFirst().sender().address()).isEqualTo("alerts@desk.test");
        assertThat(mails)
                .extracting(mail -> String.valueOf(mail.content().own()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("(olga@example.org)", "(4)"),
                        notice -> assertThat(notice).isEqualTo("null"),
                        second -> assertThat(second).contains("olga@example.org", "Max allowed: 4"));
    }

    @Test
    void aLogLevelOfErrorsKeepsTheFirstMailBack() {
        assertThat(new TestCreation()
                        .limitReached()
                        .told(limited().setting("log_level", "1").build()))
                .containsExactly(NOTICE, LOG);
    }

    @Test
    void theOwnerIsNotToldIfHeGetsNoAutomaticAnswers() {
        assertThat(new TestCreation()
                        .limitReached()
                        .without(false, true)
                        .told(limited().build()))
                .containsExactly(LOG);
        assertThat(new TestCreation()
                        .limitReached()
                        .told(limited().setting("overlimit_notice_active", "0").build()))
                .containsExactly(LOG);
        assertThat(new TestCreation()
                        .limitReached()
                        .told(limited()
                                .department(1, department -> department.ticketAutoResponse = false)
                                .build()))
                .containsExactly(LOG);
    }

    private static String sender(TestCreation creation) {
        return creation.only(MailType.FILTER_MAIL, new TestHelpDesk().build())
                .sender()
                .address();
    }

    private static TestHelpDesk limited() {
        return new TestHelpDesk().on("overlimit_notice_active").setting("max_open_tickets", "4");
    }
}
