package dev.ticketwire.command.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing and opening again, on a real database with the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class StatusIT extends UpdateTestCase {
    private final List<String> undoing = new ArrayList<>();

    @Override
    @AfterEach
    void undo() throws SQLException {
        super.undo();
        for (String sql : undoing) {
            commit(sql);
        }
    }

    @Test
    void aClosedTicketIsReferredToItsAgentAndNoLongerDue() throws SQLException {
        desk.run(
                "UPDATE {ticket} SET isoverdue = 1, duedate = '2026-01-07 00:00:00', est_duedate = '2026-01-07 00:00:00'"
                        + " WHERE ticket_id = 2");
        desk.run("INSERT INTO {draft} (staff_id, namespace, body) VALUES (1, 'ticket.note.2', 'x'),"
                + " (1, 'ticket.note.12', 'x')");

        desk.change(TestUpdate.of("R-0001").with("status", " closed "));

        assertThat(desk.ticket(
                        2,
                        "status_id, staff_id, isoverdue, duedate IS NULL AND est_duedate IS NULL AS undue, closed,"
                                + " lastupdate, updated"))
                .isEqualTo(Map.of(
                        "status_id", 3L,
                        "staff_id", 2L,
                        "isoverdue", 0L,
                        "undue", 1L,
                        "closed", desk.now(),
                        "lastupdate", desk.now(),
                        "updated", desk.now()));
        assertThat(desk.history(2).getLast()).isEqualTo("closed {\"status\":[3,\"Closed\"]}:S");
        assertThat(desk.row(
                        "SELECT staff_id, dept_id, topic_id, username FROM {thread_event} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.of("staff_id", 2L, "dept_id", 2L, "topic_id", 2L, "username", "SYSTEM"));
        assertThat(desk.row("SELECT object_id, object_type, created FROM {thread_referral} WHERE thread_id = 2"))
                .isEqualTo(Map.of("object_id", 2L, "object_type", "S", "created", desk.now()));
        assertThat(desk.column("SELECT namespace FROM {draft}")).containsExactly("ticket.note.12");
    }

    @Test
    void aDueDateThatIsYetToComeStays() throws SQLException {
        desk.run("UPDATE {ticket} SET duedate = '2999-01-01 00:00:00' WHERE ticket_id = 2");

        desk.change(TestUpdate.of("R-0001").with("status", "3"));

        assertThat(desk.column(2, "duedate")).startsWith("2999-01-01");
    }

    @Test
    void closingUnderAnotherStatusCountsAndTheEarlierClosingNoLongerDoes() throws SQLException {
        desk.change(TestUpdate.of("517204").with("status", "Resolved"));

        assertThat(desk.column(4, "closed")).startsWith(desk.now());
        assertThat(desk.column("SELECT annulled FROM {thread_event} WHERE thread_id = 4 AND event_id = 2 ORDER BY id"))
                .containsExactly("1", "0");
    }

    @Test
    void anAgentWhoIsReferredAlreadyIsNotReferredAgain() throws SQLException {
        desk.run(
                "INSERT INTO {thread_referral} (thread_id, object_id, object_type, created) VALUES (2, 2, 'S', NOW())");

        desk.change(TestUpdate.of("R-0001").with("status", "3"));

        assertThat(desk.column("SELECT object_id FROM {thread_referral}")).containsExactly("2");
    }

    @Test
    void closingHappensBeforeTheAgentChanges() throws SQLException {
        desk.change(TestUpdate.of("R-0001")
                .with("department", "4")
                .with("status", "3")
                .with("staff", "ines"));

        assertThat(desk.column(2, "staff_id")).isEqualTo("3");
        assertThat(desk.column("SELECT object_id FROM {thread_referral}")).containsExactly("2");
        assertThat(desk.row("SELECT staff_id, dept_id FROM {thread_event} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.of("staff_id", 2L, "dept_id", 4L));
    }

    @Test
    void anOpenTaskKeepsATicketOpen() throws SQLException {
        desk.run("INSERT INTO {task} (object_id, object_type, number, flags, created, updated)"
                + " VALUES (1, 'T', '1', 1, NOW(), NOW()), (1, 'T', '2', 0, NOW(), NOW())");
        String before = desk.everythingOf(1);

        assertThat(desk.refused(TestUpdate.of("480113").with("department", "2").with("status", "3")))
                .isEqualTo(new Refusal(
                        "open-tasks", 422, "This ticket has 1 open tasks and cannot be closed", "statusId"));
        assertThat(desk.everythingOf(1)).isEqualTo(before);
    }

    @Test
    void aMissingAnswerKeepsATicketOpenUnlessItComesAlong() throws SQLException {
        committed(
                "UPDATE {form_field} SET flags = flags | 4 WHERE id = 13",
                "UPDATE {form_field} SET flags = flags & ~4 WHERE id = 13");

        assertThat(desk.refused(TestUpdate.of("480113").with("status", "3")))
                .isEqualTo(new Refusal(
                        "required-fields-missing",
                        422,
                        "This ticket is missing data on  one or more required fields  and cannot be closed",
                        "statusId"));
        desk.change(TestUpdate.of("480113").with("status", "3").answer("bike", "HB-1"));
        desk.change(TestUpdate.of("R-0001").with("status", "3"));

        assertThat(desk.column("SELECT status_id FROM {ticket} WHERE ticket_id IN (1, 2)"))
                .containsExactly("3", "3");
    }

    @Test
    void aFieldThatTheTopicSwitchesOffLacksNothing() throws SQLException {
        committed(
                "UPDATE {form_field} SET flags = flags | 4 WHERE id = 13",
                "UPDATE {form_field} SET flags = flags & ~4 WHERE id = 13");
        committed(
                "UPDATE {help_topic_form} SET extra = '{\"disable\":[13]}' WHERE id = 1",
                "UPDATE {help_topic_form} SET extra = '{\"disable\":[]}' WHERE id = 1");

        desk.change(TestUpdate.of("480113").with("status", "3"));

        assertThat(desk.column(1, "status_id")).isEqualTo("3");
    }

    @Test
    void aMissingTopicKeepsATicketOpenUnlessItComesAlong() throws SQLException {
        committed(
                "UPDATE {config} SET value = '1' WHERE namespace = 'core' AND `key` = 'require_topic_to_close'",
                "UPDATE {config} SET value = '' WHERE namespace = 'core' AND `key` = 'require_topic_to_close'");

        assertThat(desk.refused(TestUpdate.of("805533").with("status", "3")))
                .isEqualTo(new Refusal(
                        "topic-missing", 422, "This ticket is missing a Help Topic and cannot be closed", "statusId"));
        desk.change(TestUpdate.of("805533").with("status", "3").with("topic", "Question"));

        assertThat(desk.column(11, "status_id")).isEqualTo("3");
    }

    @Test
    void openChildrenDoNotKeepAParentOpen() throws SQLException {
        desk.change(TestUpdate.of("602881").with("status", "3"));

        assertThat(desk.column(5, "status_id")).isEqualTo("3");
        assertThat(desk.column(6, "status_id")).isEqualTo("1");
    }

    @Test
    void archivedAndDeletedCannotBeSet() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("status", "archived")))
                .isEqualTo(new Refusal("status-not-settable", 422, "Status 'Archived' cannot be set", "statusId"));
        assertThat(desk.refused(TestUpdate.of("480113").with("status", "5")).text())
                .isEqualTo("Status 'Deleted' cannot be set");
    }

    @Test
    void anotherOpenStatusIsAnEdit() throws SQLException {
        desk.change(TestUpdate.of("480113").with("status", "Waiting for Parts"));
        desk.change(TestUpdate.of("811790").with("status", "1"));

        assertThat(desk.history(1).getLast()).isEqualTo("edited {\"status\":6}:S");
        assertThat(desk.column(1, "lastupdate")).startsWith("2026-01-06 09:10:00");
        assertThat(desk.history(12).getLast()).isEqualTo("edited {\"status\":1}:S");
    }

    @Test
    void aReopenedTicketStaysWithItsAgentAndIsDueAnew() throws SQLException {
        desk.run("UPDATE {ticket} SET isanswered = 1, isoverdue = 1, duedate = '2026-01-10 00:00:00', sla_id = 2"
                + " WHERE ticket_id = 9");

        desk.change(TestUpdate.of("744012").with("status", "Open"));

        assertThat(
                        desk.ticket(
                                9,
                                "status_id, staff_id, isanswered, isoverdue, closed IS NULL AND duedate IS NULL AS cleared,"
                                        + " reopened, lastupdate, TIMESTAMPDIFF(SECOND, reopened, est_duedate) DIV 3600 AS hours"))
                .isEqualTo(Map.of(
                        "status_id", 1L,
                        "staff_id", 1L,
                        "isanswered", 0L,
                        "isoverdue", 0L,
                        "cleared", 1L,
                        "reopened", desk.now(),
                        "lastupdate", desk.now(),
                        "hours", 4L));
        assertThat(desk.history(9).getLast()).isEqualTo("reopened:S");
        assertThat(desk.column("SELECT annulled FROM {thread_event} WHERE id = 18"))
                .containsExactly("1");
    }

    @Test
    void anAgentOnVacationLosesAReopenedTicket() throws SQLException {
        desk.run("UPDATE {ticket} SET staff_id = 4, dept_id = 3 WHERE ticket_id = 9");

        desk.change(TestUpdate.of("744012").with("status", "1"));

        assertThat(desk.column(9, "staff_id")).isEqualTo("0");
    }

    @Test
    void anAgentWithoutAccessToTheDepartmentLosesAReopenedTicket() throws SQLException {
        desk.change(TestUpdate.of("744012").with("status", "1").with("department", "Accounts"));
        desk.change(TestUpdate.of("517204").with("status", "1").with("department", "Front Desk"));

        assertThat(desk.column(9, "staff_id")).isEqualTo("1");
        assertThat(desk.column(4, "staff_id")).isEqualTo("0");
    }

    @Test
    void accessReachesTheDepartmentsBelow() throws SQLException {
        desk.change(TestUpdate.of("744012").with("status", "1").with("department", "Wheels"));

        assertThat(desk.column(9, "staff_id")).isEqualTo("1");
    }

    @Test
    void anUnassignedTicketGoesToTheSecondRespondent() throws SQLException {
        desk.run("UPDATE {ticket} SET staff_id = 0 WHERE ticket_id IN (4, 9)");
        desk.run("UPDATE {thread_entry} SET staff_id = 3 WHERE id = 14");
        desk.run("INSERT INTO {thread_entry} (thread_id, staff_id, type, body, created, updated)"
                + " VALUES (9, 1, 'R', 'x', NOW(), NOW()), (9, 2, 'R', 'x', NOW(), NOW())");

        desk.change(TestUpdate.of("744012").with("status", "1"));
        desk.change(TestUpdate.of("517204").with("status", "1"));

        assertThat(desk.column(9, "staff_id")).isEqualTo("1");
        assertThat(desk.column(4, "staff_id")).isEqualTo("0");
    }

    @Test
    void aStatusThatDoesNotAllowReopeningLeavesTheAgentAsItIs() throws SQLException {
        committed(
                "UPDATE {ticket_status} SET properties = '{\"allowreopen\":false}' WHERE id = 3",
                "UPDATE {ticket_status} SET properties = '{\"allowreopen\":true,\"reopenstatus\":0,"
                        + "\"description\":\"Done.\"}' WHERE id = 3");
        desk.run("UPDATE {ticket} SET staff_id = 4 WHERE ticket_id = 4");

        desk.change(TestUpdate.of("517204").with("status", "1"));

        assertThat(desk.column(4, "CONCAT(staff_id, ' ', reopened)")).isEqualTo("4 " + desk.now());
    }

    /** Settings are read apart from the test's transaction. */
    private void committed(String sql, String undo) throws SQLException {
        undoing.add(undo);
        commit(sql);
        desk.close();
        begin();
    }

    private void commit(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(TablePrefix.named(sql));
        }
    }
}
