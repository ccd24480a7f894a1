package dev.ticketwire.command.notice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import org.junit.jupiter.api.Test;

class AlertRecipientsTest {
    private static final String ZOE = "ticket-alert Zoe Ames <zoe@desk.test>";
    private static final String MONA = "ticket-alert Mona Berg <mona@desk.test>";
    private static final String ABEL = "ticket-alert Abel Cole <abel@desk.test>";
    private static final String PAUL = "ticket-alert Paul Dorn <paul@desk.test>";
    private static final String CHIEF = "ticket-alert chief@desk.test";

    @Test
    void membersComeByNameBeforeManagerAccountManagerAndAdministrator() {
        assertThat(new TestCreation().accountManager("s4").told(everybody().build()))
                .containsExactly(ABEL, ZOE, MONA, PAUL, CHIEF);
    }

    @Test
    void aManagerIsNotToldAsAMember() {
        assertThat(new TestCreation()
                        .told(everybody()
                                .setting("ticket_alert_dept_manager", "0")
                                .build()))
                .containsExactly(ABEL, ZOE, CHIEF);
    }

    @Test
    void unavailableAgentsAreSkipped() {
        TestHelpDesk desk =
                everybody().agent(3, abel -> abel.onVacation = true).agent(2, mona -> mona.isActive = false);

        assertThat(new TestCreation().told(desk.build())).containsExactly(ZOE, CHIEF);
    }

    @Test
    void membersOfADepartmentWithExtendedAccessAreToldIfTheyWantAlerts() {
        TestHelpDesk desk = everybody().access(4, 1, 1);

        assertThat(new TestCreation().told(desk.build())).doesNotContain(PAUL);
        assertThat(new TestCreation()
                        .told(desk.department(1, department -> department.groupMembership = 1)
                                .build()))
                .containsExactly(ABEL, PAUL, ZOE, MONA, CHIEF);
        assertThat(new TestCreation()
                        .told(everybody()
                                .access(4, 1, 0)
                                .department(1, department -> department.groupMembership = 1)
                                .build()))
                .doesNotContain(PAUL);
    }

    @Test
    void aDepartmentMayTellNobodyOrTheAdministratorOnly() {
        assertThat(new TestCreation()
                        .told(everybody()
                                .department(1, department -> department.groupMembership = 2)
                                .build()))
                .isEmpty();
        assertThat(new TestCreation()
                        .told(everybody()
                                .department(1, department -> department.groupMembership = 3)
                                .build()))
                .containsExactly(CHIEF);
    }

    @Test
    void withoutAlertMembersNotEvenTheManagerIsTold() {
        TestHelpDesk desk = everybody();
        for (int agent = 1; agent <= 3; agent++) {
            desk.agent(agent, one -> one.departmentId = 2);
        }

        assertThat(new TestCreation().accountManager("s4").told(desk.build())).containsExactly(CHIEF);
    }

    @Test
    void membersAreLeftOutOfAssignedTickets() {
        assertThat(new TestCreation().assignedTo(0, 7).told(everybody().build()))
                .containsExactly(MONA, CHIEF);
    }

    @Test
    void anAccountManagerMayBeATeam() {
        assertThat(new TestCreation().accountManager("t7").told(everybody().build()))
                .containsExactly(ABEL, ZOE, MONA, PAUL, CHIEF);
    }

    @Test
    void oneAddressIsToldOnceAndComparedAsWritten() {
        TestHelpDesk desk =
                everybody().agent(1, zoe -> zoe.email = "abel@desk.test").setting("admin_email", "Mona@desk.test");

        assertThat(new TestCreation().told(desk.build())).containsExactly(ABEL, MONA, "ticket-alert Mona@desk.test");
        assertThat(new TestCreation()
                        .told(desk.setting("admin_email", "mona@desk.test").build()))
                .containsExactly(ABEL, MONA);
    }

    @Test
    void anAgentWhoseMachineOpenedTheTicketIsLeftOut() {
        TestCreation creation = new TestCreation().owner("Mona", "mona@desk.test");

        assertThat(creation.byMail(true, false, false).told(everybody().build()))
                .containsExactly(ABEL, ZOE, CHIEF);
        assertThat(creation.byMail(false, false, false).told(everybody().build()))
                .contains(MONA);
    }

    @Test
    void namesAreInTheFormatOfTheHelpDesk() {
        TestHelpDesk desk =
                everybody().setting("agent_name_format", "lastfirst").setting("ticket_alert_dept_members", "");

        assertThat(new TestCreation().told(desk.build()))
                .containsExactly("ticket-alert Berg, Mona <mona@desk.test>", CHIEF);
    }

    private static TestHelpDesk everybody() {
        return new TestHelpDesk()
                .on(
                        "ticket_alert_active",
                        "ticket_alert_dept_members",
                        "ticket_alert_dept_manager",
                        "ticket_alert_acct_manager",
                        "ticket_alert_admin");
    }
}
