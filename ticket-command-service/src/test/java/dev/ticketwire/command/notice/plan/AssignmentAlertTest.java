package dev.ticketwire.command.notice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.TestHelpDesk;
import org.junit.jupiter.api.Test;

class AssignmentAlertTest {
    private static final String ZOE = "assignment-alert Zoe Ames <zoe@desk.test>";
    private static final String ABEL = "assignment-alert Abel Cole <abel@desk.test>";
    private static final String PAUL = "assignment-alert Paul Dorn <paul@desk.test>";

    @Test
    void anAgentIsToldAndHisTeamIsNot() {
        assertThat(new TestCreation().assignedTo(1, 7).told(desk().build())).containsExactly(ZOE);
        assertThat(new TestCreation()
                        .assignedTo(1, 7)
                        .told(desk().setting("assigned_alert_staff", "0").build()))
                .isEmpty();
    }

    @Test
    void ofATeamTheMembersAreToldElseTheLead() {
        assertThat(new TestCreation().assignedTo(0, 7).told(desk().build())).containsExactly(ZOE, PAUL);
        assertThat(new TestCreation()
                        .assignedTo(0, 7)
                        .told(desk().setting("assigned_alert_team_members", "0").build()))
                .containsExactly(ABEL);
    }

    @Test
    void aTeamWithoutAlertsIsNotTold() {
        assertThat(new TestCreation()
                        .assignedTo(0, 7)
                        .told(desk().team(team -> team.flags = 3).build()))
                .isEmpty();
    }

    @Test
    void itNeedsAlertMembersOfTheDepartmentAndIgnoresTheRequest() {
        assertThat(new TestCreation()
                        .assignedTo(1, 0)
                        .told(desk().department(1, department -> department.groupMembership = 3)
                                .build()))
                .isEmpty();
        assertThat(new TestCreation().assignedTo(1, 0).without(true, true).told(desk().build()))
                .containsExactly(ZOE);
    }

    private static TestHelpDesk desk() {
        return new TestHelpDesk()
                .on(
                        "assigned_alert_active",
                        "assigned_alert_staff",
                        "assigned_alert_team_members",
                        "assigned_alert_team_lead");
    }
}
