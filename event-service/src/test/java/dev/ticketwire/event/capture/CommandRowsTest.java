package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.capture.LogReplay.Commit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Changes of the API: rows and the inbox rows of their commands in one transaction. */
@NullUnmarked // rows: any column may be null
class CommandRowsTest {
    private static final String FIRST = "11111111-1111-4111-8111-111111111111";
    private static final String SECOND = "22222222-2222-4222-8222-222222222222";

    private final MemoryHelpDesk empty = DemoDesk.create();
    private final PhpDesk desk = new PhpDesk(empty, 100);
    private final long one = desk.open("480113", DemoDesk.ALICE, "Printer on fire");
    private final long two = desk.open("480114", DemoDesk.CLAIRE, "Also on fire");

    {
        desk.taken();
    }

    /** The events that come out at once, before any time has passed. */
    private List<TicketEvent> atOnce(Runnable statements) throws SQLException {
        MemoryHelpDesk before = desk.tables().restarted();
        desk.transaction(statements);
        List<Commit> commits = desk.taken();
        EventAssembler assembler = LogReplay.assembler(before);
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 0; i < commits.size(); i++) {
            before.commit(commits.get(i).rows());
            assembler.read(LogReplay.transaction(i, commits.get(i)), LogReplay.place(i + 1), Instant.EPOCH);
            events.addAll(assembler.close(Instant.EPOCH, LogReplay.place(i + 1)));
        }
        assertThat(assembler.openWindows()).isZero();
        return events;
    }

    private static List<String> lines(List<TicketEvent> events) {
        return events.stream().map(CommandRowsTest::line).toList();
    }

    /** With the first digit of the command's id. */
    private static String line(TicketEvent event) {
        String command = EventText.change(event, TicketChange::commandId);
        return event.number() + " " + EventText.type(event) + " " + EventText.actor(event) + " "
                + (command == null ? "-" : command.substring(0, 1));
    }

    @Test
    void aCommandsChangesAreToldAtOnceWithKeyCommandAndTrace() throws SQLException {
        List<TicketEvent> events = atOnce(() -> {
            desk.ticket(one, "dept_id", DemoDesk.SALES);
            desk.entry(one, "N", 0, 0, "By the API.");
            desk.inbox(FIRST, one);
        });

        assertThat(lines(events)).containsExactly("480113 transferred api_key 3 1", "480113 note_posted api_key 3 1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.traceparent()).startsWith("00-0af765");
            assertThat(EventText.change(event, TicketChange::commandId)).isEqualTo(FIRST);
        });
    }

    @Test
    void twoCommandsOfOneBatchThatChangeOneTicketEachHaveTheirOwnChanges() throws SQLException {
        List<TicketEvent> events = atOnce(() -> {
            desk.ticket(one, "dept_id", DemoDesk.SALES);
            desk.ticket(two, "sla_id", 2L);
            desk.inbox(FIRST, one);
            desk.inbox(SECOND, two);
            desk.ticket(one, "dept_id", DemoDesk.SUPPORT);
            desk.inbox("33333333-3333-4333-8333-333333333333", one);
        });

        assertThat(lines(events))
                .containsExactlyInAnyOrder(
                        "480113 transferred api_key 3 1",
                        "480114 sla_changed api_key 3 2",
                        "480113 transferred api_key 3 3");
        assertThat(events.stream()
                        .filter(event -> "480113".equals(event.number()))
                        .map(EventText::change))
                .containsExactly("department Support → department Sales", "department Sales → department Support");
    }

    @Test
    void aTicketOfTheApiIsOneEvent() throws SQLException {
        List<TicketEvent> events = atOnce(() -> {
            long ticket = desk.open("480115", DemoDesk.ALICE, "By the API");
            desk.inbox(FIRST, ticket);
        });

        assertThat(lines(events)).containsExactly("480115 created api_key 3 1");
    }

    @Test
    void aLinkBelongsToTheChildsCommandAlsoForTheParent() throws SQLException {
        List<TicketEvent> events = atOnce(() -> {
            desk.ticket(two, "ticket_pid", one);
            desk.ticket(one, "source", "API");
            desk.inbox(SECOND, two);
            desk.inbox(FIRST, one);
        });

        assertThat(lines(events))
                .containsExactlyInAnyOrder(
                        "480114 linked api_key 3 2", "480113 linked api_key 3 2", "480113 source_changed api_key 3 1");
    }

    @Test
    void aDeletionFreesTheChildrenInItsCommand() throws SQLException {
        desk.ticket(two, "ticket_pid", one);
        desk.taken();
        long three = desk.open("480116", DemoDesk.CLAIRE, "Another one");
        desk.taken();

        List<TicketEvent> events = atOnce(() -> {
            desk.delete(one);
            desk.ticket(two, "ticket_pid", null);
            desk.ticket(three, "sla_id", 2L);
            desk.inbox(FIRST, one);
            desk.inbox(SECOND, three);
        });

        assertThat(lines(events))
                .containsExactlyInAnyOrder(
                        "480113 deleted api_key 3 1", "480114 unlinked api_key 3 1", "480116 sla_changed api_key 3 2");
    }

    @Test
    void aTicketThatTheApiDeletesShowsItsLastStateInWhateverOrderItsRowsGo() throws SQLException {
        List<TicketEvent> events = atOnce(() -> {
            desk.delete("form_entry_values", 100L, DemoDesk.SUBJECT);
            desk.delete("form_entry_values", 100L, DemoDesk.PRIORITY);
            desk.delete("ticket", one);
            desk.delete("form_entry_values", 100L, DemoDesk.ORDER_NUMBER);
            desk.delete("form_entry", 100L);
            desk.inbox(FIRST, one);
        });

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(line(event)).isEqualTo("480113 deleted api_key 3 1");
            TicketState last = EventText.change(event, TicketChange::ticket);
            assertThat(last.subject()).isEqualTo("Printer on fire");
            assertThat(last.priority()).isEqualTo(new TicketState.Named(2, "Normal"));
        });
    }

    @Test
    void aRejectedCommandGivesNothing() throws SQLException {
        List<TicketEvent> events = atOnce(() -> desk.insert(
                "ticketwire_command",
                PhpDesk.row(
                        "id", FIRST, "api_key_id", 3L, "ticket_id", null, "state", "rejected", "traceparent", null)));

        assertThat(events).isEmpty();
    }

    @Test
    void anAgentsChangeJustBeforeACommandComesFirst() throws SQLException {
        MemoryHelpDesk before = desk.tables().restarted();
        desk.ticket(one, "dept_id", DemoDesk.SALES);
        desk.transaction(() -> {
            desk.ticket(one, "sla_id", 2L);
            desk.inbox(FIRST, one);
        });
        desk.byBob(one, "transferred");

        List<TicketEvent> events = LogReplay.live(before, desk.taken());

        assertThat(lines(events)).containsExactly("480113 transferred agent 2 -", "480113 sla_changed api_key 3 1");
    }
}
