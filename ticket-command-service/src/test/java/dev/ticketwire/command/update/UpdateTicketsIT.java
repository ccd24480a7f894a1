package dev.ticketwire.command.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.contract.problem.Refusal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a ticket belongs to and when it is due, on a real database with the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class UpdateTicketsIT extends UpdateTestCase {
    @Test
    void departmentAndTopicAreSavedAndTheHistoryKeepsSilent() throws SQLException {
        Result.Applied applied = desk.change(
                TestUpdate.of("480113").with("department", " workshop").with("topic", "flat TYRE"));

        assertThat(applied).isEqualTo(new Result.Applied(1, "480113", null));
        assertThat(desk.ticket(1, "dept_id, topic_id, sla_id, est_duedate IS NULL AS undue, updated"))
                .isEqualTo(Map.of("dept_id", 2L, "topic_id", 3L, "sla_id", 1L, "undue", 1L, "updated", desk.now()));
        assertThat(desk.column(1, "lastupdate")).startsWith("2026-01-06 09:10:00");
        assertThat(desk.history(1)).containsExactly("created:U");
    }

    @Test
    void whatEqualsThePresentValueChangesNothing() throws SQLException {
        String before = desk.everythingOf(2);

        desk.change(TestUpdate.of("r-0001")
                .with("department", "2")
                .with("topic", "Repair")
                .with("status", "6")
                .with("sla", "2")
                .with("staff", "TOMASZ")
                .with("priority", "high")
                .with("subject", "Brake squeaks on guest bike")
                .answer("bike", "HB-0217")
                .answer("no such field", "x"));

        assertThat(desk.everythingOf(2)).isEqualTo(before);
    }

    @Test
    void aTicketIsAddressedByItsNumberOnly() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("1").with("department", "2")))
                .isEqualTo(new Refusal("ticket-not-found", 404, "Ticket not found", null));
    }

    @Test
    void aTicketWithoutExistingStatusIsInvisible() throws SQLException {
        desk.run("UPDATE {ticket} SET status_id = 4711 WHERE ticket_id = 1");

        assertThat(desk.refused(TestUpdate.of("480113").with("department", "2")).code())
                .isEqualTo("ticket-not-found");
    }

    @Test
    void theFirstErrorInTheOrderOfTheContractWinsAndNothingIsApplied() throws SQLException {
        String before = desk.everythingOf(1);
        TestUpdate change = TestUpdate.of("480113")
                .with("department", "Workshop")
                .with("topic", "3")
                .with("status", "Nope")
                .with("sla", "Nope")
                .with("note", "0");

        assertThat(desk.refused(change))
                .isEqualTo(new Refusal("status-not-found", 404, "Status 'Nope' not found", "statusId"));
        assertThat(desk.refused(change.with("status", "3")).text()).isEqualTo("SLA 'Nope' not found");
        assertThat(desk.refused(change.with("sla", "2").with("priority", "Nope"))
                        .text())
                .isEqualTo("Priority not found");
        assertThat(desk.refused(change.with("dueDate", "soon").with("team", "Nope"))
                        .field())
                .isEqualTo("dueDate");
        assertThat(desk.refused(change.with("dueDate", null).with("priority", "4"))
                        .text())
                .isEqualTo("Team 'Nope' not found");
        assertThat(desk.refused(change.with("team", "1").with("subject", "")).field())
                .isEqualTo("subject");
        assertThat(desk.refused(change.with("subject", "Fine")).text())
                .isEqualTo("Failed to post note: Note content is required");
        assertThat(desk.everythingOf(1)).isEqualTo(before);
    }

    @Test
    void whatDoesNotExistOrIsSwitchedOffIsRefused() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("department", "Boat rental")))
                .isEqualTo(new Refusal("department-inactive", 400, "Department is not active", "departmentId"));
        assertThat(desk.refused(TestUpdate.of("480113").with("department", "99"))
                        .text())
                .isEqualTo("Department not found");
        assertThat(desk.refused(TestUpdate.of("480113").with("topic", "Nope")))
                .isEqualTo(new Refusal("topic-not-found", 404, "Help Topic 'Nope' not found", "topicId"));
        assertThat(desk.refused(TestUpdate.of("480113").with("topic", "99")).text())
                .isEqualTo("Help Topic not found");
        assertThat(desk.refused(TestUpdate.of("480113").with("sla", "0")).text())
                .isEqualTo("SLA not found");
        assertThat(desk.refused(TestUpdate.of("480113").with("staff", "0")))
                .isEqualTo(new Refusal("staff-not-found", 404, "Staff member not found", "staffId"));
        assertThat(desk.refused(TestUpdate.of("480113").with("parent", "")).text())
                .isEqualTo("Parent ticket not found");
    }

    @Test
    void aParentIsNamedByNumberElseByIdAndReplacesThePresentOne() throws SQLException {
        desk.change(TestUpdate.of("602882").with("parent", "731950"));
        assertThat(desk.column(6, "ticket_pid")).isEqualTo("8");

        for (String blanks : new String[] {" 11", "11 ", "\t11", " 731950"}) {
            assertThat(desk.refused(TestUpdate.of("602882").with("parent", blanks))
                            .text())
                    .isEqualTo("Parent ticket not found");
        }
        desk.change(TestUpdate.of("602882").with("parent", "11"));
        assertThat(desk.ticket(6, "ticket_pid, flags, updated"))
                .isEqualTo(Map.of("ticket_pid", 11L, "flags", 0L, "updated", desk.now()));
        assertThat(desk.history(6)).hasSize(2);
    }

    @Test
    void aTicketIsNotItsOwnParentAndAParentIsNobodysChild() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("parent", "11").strict()))
                .isEqualTo(new Refusal("parent-not-found", 404, "Parent ticket not found", "parentTicketNumber"));
        assertThat(desk.refused(TestUpdate.of("480113").with("parent", "1")))
                .isEqualTo(new Refusal("link-to-itself", 400, "Cannot link ticket to itself", "parentTicketNumber"));
        assertThat(desk.refused(TestUpdate.of("480113").with("parent", "602882")))
                .isEqualTo(new Refusal(
                        "parent-is-child",
                        400,
                        "Parent ticket cannot be a child of another ticket",
                        "parentTicketNumber"));
    }

    @Test
    void aNewServiceLevelIsDueFromWhenTheTicketWasOpened() throws SQLException {
        desk.change(TestUpdate.of("480113").with("sla", "rider STRANDED "));

        assertThat(desk.column(1, "CONCAT(sla_id, ' ', est_duedate)")).startsWith("2 2026-01-06 13:10:00");
        assertThat(desk.history(1)).containsExactly("created:U");
    }

    @Test
    void aNewServiceLevelIsDueFromWhenTheTicketWasOpenedAgain() throws SQLException {
        desk.run("UPDATE {ticket} SET reopened = '2026-02-02 08:00:00', isoverdue = 1 WHERE ticket_id = 1");

        desk.change(TestUpdate.of("480113").with("sla", "2"));

        assertThat(desk.column(1, "CONCAT(est_duedate, ' ', isoverdue)")).isEqualTo("2026-02-02 12:00:00 1");
    }

    @Test
    void anAgentIsNamedByIdAddressOrUserNameAlsoOnAClosedTicket() throws SQLException {
        desk.change(TestUpdate.of("480113").with("staff", "INES@harbourbikes.example"));
        desk.change(TestUpdate.of("517204").with("staff", " joris "));
        desk.change(TestUpdate.of("731950").with("staff", "2.0"));

        assertThat(desk.column("SELECT staff_id FROM {ticket} WHERE ticket_id IN (1, 4, 8) ORDER BY ticket_id"))
                .containsExactly("3", "4", "2");
        assertThat(desk.history(1)).containsExactly("created:U");
        assertThat(desk.column(4, "status_id")).isEqualTo("3");
    }

    @Test
    void aDueDateWithAnOffsetIsConvertedAndAnOverdueTicketIsNoLongerOverdue() throws SQLException {
        desk.run("UPDATE {ticket} SET isoverdue = 1, est_duedate = '2026-01-07 00:00:00' WHERE ticket_id = 1");

        desk.change(TestUpdate.of("480113").with("dueDate", "2999-06-10T17:30:00+02:00"));

        assertThat(desk.ticket(1, "duedate, est_duedate IS NULL AS forgotten, isoverdue"))
                .isEqualTo(Map.of("duedate", "2999-06-10 15:30:00", "forgotten", 1L, "isoverdue", 0L));
    }

    @Test
    void aDueDateInThePastLeavesTheTicketOverdue() throws SQLException {
        desk.run("UPDATE {ticket} SET isoverdue = 1 WHERE ticket_id = 1");

        desk.change(TestUpdate.of("480113").with("dueDate", "2026-01-01"));

        assertThat(desk.column(1, "CONCAT(duedate, ' ', isoverdue)")).isEqualTo("2026-01-01 00:00:00 1");
    }

    @Test
    void anEmptiedOrBlankDueDateIsCleared() throws SQLException {
        desk.run("UPDATE {ticket} SET duedate = '2027-01-01 00:00:00', isoverdue = 1 WHERE ticket_id IN (1, 8)");

        desk.change(TestUpdate.of("480113").without("dueDate"));
        desk.change(TestUpdate.of("731950").with("dueDate", "  "));

        assertThat(desk.column("SELECT isoverdue FROM {ticket} WHERE ticket_id IN (1, 8) AND duedate IS NULL"))
                .containsExactly("1", "1");
    }

    @Test
    void whatIsNoDateIsRefusedInTheContractsWords() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("dueDate", "2027-02-30")))
                .isEqualTo(new Refusal(
                        "invalid-due-date",
                        400,
                        "Invalid date format for dueDate. Expected ISO 8601 format (e.g., \"2025-01-31\" or"
                                + " \"2025-01-31T17:30:00\")",
                        "dueDate"));
    }

    @Test
    void aTeamIsAssignedAndNeedsNoReferralAnyMore() throws SQLException {
        desk.run(
                "INSERT INTO {thread_referral} (thread_id, object_id, object_type, created) VALUES (1, 1, 'E', NOW())");

        desk.change(TestUpdate.of("480113").with("team", "road crew"));

        assertThat(desk.column(1, "team_id")).isEqualTo("1");
        assertThat(desk.history(1)).containsExactly("created:U", "assigned {\"team\":1}:S");
        assertThat(desk.value("SELECT COUNT(*) FROM {thread_referral} WHERE thread_id = 1"))
                .isEqualTo("0");
    }

    @Test
    void agentAndTeamAreReleasedTogether() throws SQLException {
        desk.run("UPDATE {ticket} SET team_id = 1 WHERE ticket_id = 5");

        desk.change(TestUpdate.of("602881").without("staffId").without("teamId"));

        assertThat(desk.ticket(5, "staff_id, team_id")).isEqualTo(Map.of("staff_id", 0L, "team_id", 0L));
        assertThat(desk.history(5).getLast()).isEqualTo("released {\"staff\":[1,\"Mira Holm\"],\"team\":1}:S");
    }

    @Test
    void releasingNobodyChangesNothing() throws SQLException {
        String before = desk.everythingOf(1);

        desk.change(TestUpdate.of("480113").without("staffId").without("teamId").without("dueDate"));

        assertThat(desk.everythingOf(1)).isEqualTo(before);
    }

    @Test
    void aRefusalAmongGoodNeighboursTouchesNoneOfThem() throws SQLException {
        String before = desk.everythingOf(2);

        List<Result> results = desk.apply(
                TestUpdate.of("480113").with("staff", "mira"),
                TestUpdate.of("R-0001")
                        .with("department", "1")
                        .with("sla", "Nope")
                        .with("note", "x"),
                TestUpdate.of("731950").with("staff", "ines"),
                TestUpdate.of("nowhere").with("staff", "ines"));

        assertThat(results.get(0)).isEqualTo(new Result.Applied(1, "480113", null));
        assertThat(results.get(1)).isInstanceOf(Result.Rejected.class);
        assertThat(results.get(2)).isEqualTo(new Result.Applied(8, "731950", null));
        assertThat(results.get(3)).isInstanceOf(Result.Rejected.class);
        assertThat(desk.everythingOf(2)).isEqualTo(before);
        assertThat(desk.column(1, "staff_id") + desk.column(8, "staff_id")).isEqualTo("13");
    }

    @Test
    void aLaterCommandOfTheWaveSeesWhatAnEarlierOneDidToTheSameTicket() throws SQLException {
        List<Result> results = desk.apply(
                TestUpdate.of("R-0001").with("status", "Closed"),
                TestUpdate.of("r-0001").with("status", "Open"),
                TestUpdate.of("480113").with("parent", "731950"),
                TestUpdate.of("805533").with("parent", "1"));

        assertThat(results.subList(0, 3))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Result.Applied.class));
        assertThat(desk.history(2)).endsWith("closed {\"status\":[3,\"Closed\"]}:S", "reopened:S");
        assertThat(desk.column(2, "closed IS NULL AND reopened IS NOT NULL")).isEqualTo("1");
        assertThat(((Result.Rejected) results.get(3)).refusal().code()).isEqualTo("parent-is-child");
    }
}
