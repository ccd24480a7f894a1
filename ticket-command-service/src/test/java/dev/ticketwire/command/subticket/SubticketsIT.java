package dev.ticketwire.command.subticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.LinkTicket;
import dev.ticketwire.contract.command.UnlinkTicket;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links on a real database with the demo help desk; ticket 602881 (5) has the children 602882 (6) and 602883 (7). */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class SubticketsIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    LinkTickets linking;

    @Inject
    UnlinkTickets unlinking;

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
    void aLinkTellsOfParentAndChildAndLeavesTheTimeOfChange() throws SQLException {
        String before = desk.value("SELECT CONCAT(updated, lastupdate, flags) FROM {ticket} WHERE ticket_id = 8");

        Result.Applied applied = Sandbox.applied(link("480113", "731950"));

        assertThat(applied.ticketId()).isEqualTo(8);
        assertThat(applied.number()).isEqualTo("731950");
        assertThat(String.valueOf(applied.answer()))
                .isEqualTo("{\"success\":true,\"message\":\"Subticket relationship created successfully\","
                        + "\"parent\":{\"ticket_id\":1,\"number\":\"480113\","
                        + "\"subject\":\"Where can I leave my bike at night?\",\"status\":\"Open\"},"
                        + "\"child\":{\"ticket_id\":8,\"number\":\"731950\",\"subject\":\"A bell that plays a tune\","
                        + "\"status\":\"Open\"}}");
        assertThat(parentOf(8)).isEqualTo("1");
        assertThat(desk.value("SELECT CONCAT(updated, lastupdate, flags) FROM {ticket} WHERE ticket_id = 8"))
                .isEqualTo(before);
        assertThat(desk.history(8)).containsExactly("created:U");
    }

    @Test
    void aTicketWithoutCustomDataHasAnEmptySubject() throws SQLException {
        desk.run("DELETE FROM {ticket__cdata} WHERE ticket_id = 8");

        Result.Applied applied = Sandbox.applied(link("480113", "731950"));

        assertThat(String.valueOf(applied.answer())).contains("\"number\":\"731950\",\"subject\":\"\"");
    }

    @Test
    void aChildMayHaveChildrenAndHangUnderAClosedTicketOfAnotherDepartment() throws SQLException {
        Sandbox.applied(link("517204", "602881"));
        Sandbox.applied(link("602883", "731950"));

        assertThat(parentOf(5)).isEqualTo("4");
        assertThat(parentOf(8)).isEqualTo("7");
    }

    @Test
    void aSecondLinkToTheSameParentIsRefused() throws SQLException {
        assertThat(Sandbox.refusal(link("602881", "602882")))
                .isEqualTo(new Refusal("already-linked", 422, "Subticket relationship already exists", "childId"));
    }

    @Test
    void aChildOfAnotherParentIsRefused() throws SQLException {
        assertThat(Sandbox.refusal(link("480113", "602882")))
                .isEqualTo(new Refusal("other-parent", 422, "Child ticket already has a different parent", "childId"));
        assertThat(parentOf(6)).isEqualTo("5");
    }

    @Test
    void aTicketIsNotLinkedToItselfInWhateverSpelling() throws SQLException {
        assertThat(Sandbox.refusal(link("R-0001", "r-0001")))
                .isEqualTo(new Refusal("link-to-itself", 400, "Cannot link ticket to itself", "childId"));
    }

    @Test
    void onlyNumbersAreAcceptedNeverInternalIds() throws SQLException {
        assertThat(Sandbox.refusal(link("1", "731950")).text()).isEqualTo("Parent ticket not found");
        assertThat(Sandbox.refusal(link("480113", "8")).text()).isEqualTo("Child ticket not found");
        assertThat(Sandbox.refusal(link("480113", " 731950")).text()).isEqualTo("Child ticket not found");
    }

    @Test
    void anUnknownParentIsReportedBeforeAnUnknownChild() throws SQLException {
        assertThat(Sandbox.refusal(link("nowhere", "nobody")))
                .isEqualTo(new Refusal("parent-not-found", 404, "Parent ticket not found", null));
    }

    @Test
    void aCircleOfAnyLengthIsRefused() throws SQLException {
        int above = 1;
        for (int depth = 0; depth < 1200; depth++) {
            desk.run("INSERT INTO {ticket} (ticket_pid, number, status_id, created, updated) VALUES (" + above
                    + ", 'deep-" + depth + "', 1, NOW(), NOW())");
            above = Integer.parseInt(desk.value("SELECT LAST_INSERT_ID()"));
        }

        assertThat(Sandbox.refusal(link("deep-14", "480113")))
                .isEqualTo(new Refusal("link-cycle", 422, "Failed to create subticket relationship", "childId"));
        assertThat(Sandbox.refusal(link("deep-1199", "480113")).code()).isEqualTo("link-cycle");
        assertThat(parentOf(1)).isNull();
    }

    @Test
    void twoLinksOfOneWaveDoNotCloseACircle() throws SQLException {
        desk.run("UPDATE {ticket} SET ticket_pid = 3 WHERE ticket_id = 2");
        desk.run("UPDATE {ticket} SET ticket_pid = 1 WHERE ticket_id = 8");

        List<Result> results =
                desk.apply(linking, List.of(new LinkTicket("480113", "R-0001"), new LinkTicket("R-0002", "731950")));

        assertThat(results.getFirst()).isInstanceOf(Result.Applied.class);
        assertThat(Sandbox.refusal(results.getLast()).code()).isEqualTo("link-cycle");
        assertThat(parentOf(1)).isEqualTo("2");
        assertThat(parentOf(3)).isNull();
    }

    @Test
    void aRefusedLinkAmongGoodNeighboursTouchesNoneOfThem() throws SQLException {
        List<Result> results = desk.apply(
                linking,
                List.of(
                        new LinkTicket("731950", "480113"),
                        new LinkTicket("602882", "480113"),
                        new LinkTicket("R-0003", "480113")));

        assertThat(results.get(1)).isInstanceOf(Result.Rejected.class);
        assertThat(parentOf(8)).isEqualTo("1");
        assertThat(parentOf(6)).isEqualTo("5");
        assertThat(parentOf(10)).isEqualTo("1");
    }

    @Test
    void aParentThatIsGoneCountsAsNone() throws SQLException {
        desk.run("UPDATE {ticket} SET ticket_pid = 4711 WHERE ticket_id IN (6, 8)");

        assertThat(Sandbox.refusal(unlink("602882")))
                .isEqualTo(new Refusal("no-parent", 404, "Child has no parent to unlink", null));
        Sandbox.applied(link("480113", "731950"));
        assertThat(parentOf(8)).isEqualTo("1");
    }

    @Test
    void anUnlinkTellsOfTheChild() throws SQLException {
        Result.Applied applied = Sandbox.applied(unlink("602883"));

        assertThat(String.valueOf(applied.answer()))
                .isEqualTo("{\"success\":true,\"message\":\"Subticket relationship removed successfully\","
                        + "\"child\":{\"ticket_id\":7,\"number\":\"602883\","
                        + "\"subject\":\"Summer party: offer and deposit\",\"status\":\"Closed\"}}");
        assertThat(parentOf(7)).isNull();
        assertThat(parentOf(6)).isEqualTo("5");
        assertThat(desk.value("SELECT updated FROM {ticket} WHERE ticket_id = 7"))
                .startsWith("2026-01-08 16:00:00");
    }

    @Test
    void aTicketWithoutParentHasNoneToUnlink() throws SQLException {
        assertThat(Sandbox.refusal(unlink("480113")).text()).isEqualTo("Child has no parent to unlink");
        assertThat(Sandbox.refusal(unlink("6")).text()).isEqualTo("Child ticket not found");
    }

    @Test
    void twoUnlinksOfOneWaveFreeOnce() throws SQLException {
        List<Result> results = desk.apply(
                unlinking,
                List.of(new UnlinkTicket("602882"), new UnlinkTicket("602883 "), new UnlinkTicket("602882")));

        assertThat(results.get(0)).isInstanceOf(Result.Applied.class);
        assertThat(results.get(1)).isInstanceOf(Result.Applied.class);
        assertThat(Sandbox.refusal(results.get(2)).code()).isEqualTo("no-parent");
    }

    private Result link(String parent, String child) throws SQLException {
        return desk.apply(linking, List.of(new LinkTicket(child, parent))).getFirst();
    }

    private Result unlink(String child) throws SQLException {
        return desk.apply(unlinking, List.of(new UnlinkTicket(child))).getFirst();
    }

    private String parentOf(int ticket) throws SQLException {
        return desk.value("SELECT ticket_pid FROM {ticket} WHERE ticket_id = ?", ticket);
    }
}
