package dev.ticketwire.command.delete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.DeleteTicket;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deletions on a real database with the demo help desk; ticket 602881 (5) has the children 602882 (6) and 602883 (7).
 */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class DeleteTicketsIT {
    private static final Refusal NOT_FOUND = new Refusal("ticket-not-found", 404, "Ticket not found", null);

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    DeleteTickets handler;

    private Sandbox desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Sandbox(database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void aDeletedTicketLeavesOnlyItsHistory() throws SQLException {
        desk.run("INSERT INTO {thread_collaborator} (flags, thread_id, user_id, role, created, updated)"
                + " VALUES (3, 2, 1, 'M', NOW(), NOW())");
        desk.run(
                "INSERT INTO {thread_referral} (thread_id, object_id, object_type, created) VALUES (2, 1, 'S', NOW())");
        desk.run("INSERT INTO {draft} (staff_id, namespace, body) VALUES (1, 'ticket.note.2', 'x'),"
                + " (1, 'ticket.note.12', 'x'), (1, 'ticket.staff', 'x')");
        desk.run("INSERT INTO {thread_entry_email} (thread_entry_id, mid, headers) VALUES (3, 'm', 'From: x')");

        Result.Applied applied = Sandbox.applied(delete("R-0001").getFirst());

        assertThat(applied).isEqualTo(new Result.Applied(2, "R-0001", null));
        for (String gone : List.of(
                "{ticket} WHERE ticket_id = 2",
                "{ticket__cdata} WHERE ticket_id = 2",
                "{thread} WHERE id = 2",
                "{thread_entry} WHERE thread_id = 2",
                "{thread_collaborator} WHERE thread_id = 2",
                "{thread_referral} WHERE thread_id = 2",
                "{form_entry} WHERE object_type = 'T' AND object_id = 2",
                "{form_entry_values} WHERE entry_id IN (8, 9)",
                "{_search} WHERE object_type = 'T' AND object_id = 2",
                "{_search} WHERE object_type = 'H' AND object_id IN (3, 4)",
                "{thread_entry_email} WHERE headers IS NOT NULL AND thread_entry_id = 3")) {
            assertThat(desk.value("SELECT COUNT(*) FROM " + gone)).as(gone).isEqualTo("0");
        }
        assertThat(desk.column("SELECT namespace FROM {draft} WHERE namespace LIKE 'ticket.%' ORDER BY id"))
                .containsExactly("ticket.note.12", "ticket.staff");
        assertThat(desk.column("SELECT thread_id FROM {thread_event} WHERE id IN (2, 3, 4)"))
                .containsExactly("0", "0", "0");
        assertThat(
                        desk.row(
                                "SELECT e.thread_id, v.name, e.staff_id, e.team_id, e.dept_id, e.topic_id, e.username, e.uid_type"
                                        + " FROM {thread_event} e JOIN {event} v ON v.id = e.event_id ORDER BY e.id DESC LIMIT 1"))
                .isEqualTo(Map.of(
                        "thread_id", 2L,
                        "name", "deleted",
                        "staff_id", 2L,
                        "team_id", 0L,
                        "dept_id", 2L,
                        "topic_id", 2L,
                        "username", "SYSTEM",
                        "uid_type", "S"));
    }

    @Test
    void theChildrenOfADeletedParentBecomeTicketsOfTheirOwn() throws SQLException {
        Sandbox.applied(delete("602881").getFirst());

        assertThat(desk.column("SELECT ticket_id FROM {ticket} WHERE ticket_pid = 5"))
                .isEmpty();
        assertThat(desk.column("SELECT ticket_id FROM {ticket} WHERE ticket_id IN (6, 7) AND ticket_pid IS NULL"))
                .containsExactly("6", "7");
    }

    @Test
    void aDeletedChildTakesItsThreadAlong() throws SQLException {
        Sandbox.applied(delete("602883").getFirst());

        assertThat(desk.value("SELECT COUNT(*) FROM {thread} WHERE id = 7")).isEqualTo("0");
        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry} WHERE thread_id = 7"))
                .isEqualTo("0");
        assertThat(desk.value("SELECT COUNT(*) FROM {_search} WHERE object_type = 'H' AND object_id IN (10, 11)"))
                .isEqualTo("0");
        assertThat(desk.value("SELECT COUNT(*) FROM {ticket} WHERE ticket_id = 5"))
                .isEqualTo("1");
    }

    @Test
    void aMergedChildLeavesItsThreadToTheParent() throws SQLException {
        desk.run("UPDATE {ticket} SET flags = 16 WHERE ticket_id = 5");
        desk.run("UPDATE {thread} SET object_type = 'C' WHERE id IN (6, 7)");

        Sandbox.applied(delete("602883").getFirst());

        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry} WHERE thread_id = 7"))
                .isEqualTo("2");
        assertThat(desk.value("SELECT flags FROM {ticket} WHERE ticket_id = 5")).isEqualTo("16");
        Sandbox.applied(delete("602882").getFirst());
        assertThat(desk.value("SELECT flags FROM {ticket} WHERE ticket_id = 5")).isEqualTo("0");
    }

    @Test
    void theCoresMergedChildrenGetTheirThreadsBackWhenTheParentGoes() throws SQLException {
        desk.run("UPDATE {ticket} SET flags = 17 WHERE ticket_id = 5");
        desk.run("UPDATE {ticket} SET flags = 9 WHERE ticket_id = 6");
        desk.run("UPDATE {thread} SET object_type = 'C' WHERE id = 6");

        Sandbox.applied(delete("602881").getFirst());

        assertThat(desk.row("SELECT t.flags, t.ticket_pid IS NULL AS free, h.object_type FROM {ticket} t"
                        + " JOIN {thread} h ON h.object_id = t.ticket_id WHERE t.ticket_id = 6"))
                .isEqualTo(Map.of("flags", 0L, "free", 1L, "object_type", "T"));
    }

    @Test
    void aDeleteSentAgainDeletesNothingMore() throws SQLException {
        desk.run("UPDATE {ticket} SET number = '8' WHERE ticket_id = 1");

        assertThat(Sandbox.applied(delete("8").getFirst()).ticketId()).isEqualTo(1);
        assertThat(Sandbox.refusal(delete("8").getFirst())).isEqualTo(NOT_FOUND);
        assertThat(desk.value("SELECT COUNT(*) FROM {ticket} WHERE ticket_id = 8"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "0480113",
                "000008",
                " 480113",
                "480113\n",
                "480113\t",
                "480113.0",
                "4.80113e5",
                "+480113",
                "2abc",
                "-1",
                "0",
                "",
                " ",
                "99999999999999999999"
            })
    void whatIsNoTicketsNumberDeletesNothing(String input) throws SQLException {
        String before = desk.value("SELECT COUNT(*) FROM {ticket}");

        assertThat(Sandbox.refusal(delete(input).getFirst())).isEqualTo(NOT_FOUND);
        assertThat(desk.value("SELECT COUNT(*) FROM {ticket}")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-0001", "r-0001", "R-0001  ", "Ŕ-0001"})
    void aNumberIsComparedAsTheDatabaseDoes(String input) throws SQLException {
        assertThat(Sandbox.applied(delete(input).getFirst()).number()).isEqualTo("R-0001");
    }

    @Test
    void nobodyGetsTheTicketThatAnotherOfTheWaveNamed() throws SQLException {
        List<Result> results = delete("480113\n", "480113", "602881\u000b", "731950", "\u212a-1");

        assertThat(results)
                .containsExactly(
                        new Result.Rejected(NOT_FOUND),
                        new Result.Applied(1, "480113", null),
                        new Result.Rejected(NOT_FOUND),
                        new Result.Applied(8, "731950", null),
                        new Result.Rejected(NOT_FOUND));
    }

    @Test
    void aTicketAddressedTwiceInOneWaveIsGoneTheSecondTime() throws SQLException {
        List<Result> results = delete("480113", "nowhere", "480113", "1", "731950");

        assertThat(results)
                .containsExactly(
                        new Result.Applied(1, "480113", null),
                        new Result.Rejected(NOT_FOUND),
                        new Result.Rejected(NOT_FOUND),
                        new Result.Rejected(NOT_FOUND),
                        new Result.Applied(8, "731950", null));
        assertThat(desk.value("SELECT COUNT(*) FROM {ticket} WHERE ticket_id IN (1, 8)"))
                .isEqualTo("0");
    }

    @Test
    void parentAndChildMayGoTogether() throws SQLException {
        List<Result> results = delete("602882", "602881");

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Applied.class));
        assertThat(desk.value("SELECT ticket_pid IS NULL FROM {ticket} WHERE ticket_id = 7"))
                .isEqualTo("1");
    }

    @Test
    void filesThatNothingRefersToAnyMoreGoADayAfterTheyWereStored() throws SQLException {
        desk.run("DELETE FROM {file}");
        desk.run("INSERT INTO {file} (id, ft, bk, `key`, signature, name, created) VALUES"
                + " (9001, 'T', 'D', 'a', 'a', 'old', NOW() - INTERVAL 2 DAY),"
                + " (9002, 'T', 'D', 'b', 'b', 'new', NOW()),"
                + " (9003, 'T', 'D', 'c', 'c', 'shared', NOW() - INTERVAL 2 DAY),"
                + " (9004, 'T', 'F', 'd', 'd', 'elsewhere', NOW() - INTERVAL 2 DAY)");
        desk.run("INSERT INTO {file_chunk} (file_id, chunk_id, filedata) VALUES (9001, 0, 'x'), (9003, 0, 'x')");
        desk.run("INSERT INTO {attachment} (object_id, type, file_id) VALUES (1, 'H', 9001), (1, 'H', 9002),"
                + " (1, 'H', 9003), (1, 'H', 9004), (5, 'H', 9003)");

        Sandbox.applied(delete("480113").getFirst());

        assertThat(desk.column("SELECT name FROM {file} ORDER BY id")).containsExactly("new", "shared", "elsewhere");
        assertThat(desk.column("SELECT file_id FROM {file_chunk} WHERE file_id > 9000"))
                .containsExactly("9003");
    }

    @Test
    void theFilesOfAFormFieldAreDetached() throws SQLException {
        desk.run("INSERT INTO {form_field} (id, form_id, flags, type, label, name, sort, created, updated)"
                + " VALUES (900, 2, 1, 'files', 'Papers', 'papers', 9, NOW(), NOW())");
        desk.run("INSERT INTO {form_entry_values} (entry_id, field_id, value) VALUES (7, 900, '{}')");
        desk.run("INSERT INTO {attachment} (object_id, type, file_id) VALUES (CRC32('E9007'), 'E', 9001)");

        Sandbox.applied(delete("480113").getFirst());

        assertThat(desk.value("SELECT COUNT(*) FROM {attachment} WHERE type = 'E'"))
                .isEqualTo("0");
    }

    private List<Result> delete(String... tickets) throws SQLException {
        return desk.apply(handler, Arrays.stream(tickets).map(DeleteTicket::new).toList());
    }
}
