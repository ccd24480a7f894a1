package dev.ticketwire.event.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.contract.event.Entry;
import dev.ticketwire.contract.event.FieldValues;
import dev.ticketwire.contract.event.TicketChange;
import dev.ticketwire.contract.event.TicketEvent;
import dev.ticketwire.contract.event.TicketState;
import dev.ticketwire.event.capture.LogReplay.Commit;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What rows mean, by actions of our own, each written as PHP commits it. */
@NullUnmarked // rows: any column may be null
class TicketRulesTest {
    private static final String NUMBER = "480113";

    private final MemoryHelpDesk empty = DemoDesk.create();
    private final PhpDesk php = new PhpDesk(empty, 100);
    private final long ticket = php.open(NUMBER, DemoDesk.ALICE, "Printer on fire");
    private final List<Commit> opening = php.taken();

    /** The events of what happens to an existing ticket. */
    private List<TicketEvent> events(Consumer<PhpDesk> action) throws SQLException {
        MemoryHelpDesk before = php.tables().restarted();
        action.accept(php.after(Duration.ofSeconds(20)));
        return LogReplay.live(before, php.taken());
    }

    private List<String> lines(Consumer<PhpDesk> action) throws SQLException {
        return events(action).stream().map(EventText::line).toList();
    }

    private static String of(String rest) {
        return NUMBER + " " + rest;
    }

    @Test
    void aNewTicketIsOneEventWithItsFirstMessage() throws SQLException {
        List<TicketEvent> events = LogReplay.live(empty.copy(), opening);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(EventText.line(event)).isEqualTo(of("created customer 1 → entry message 'Help, please.'"));
            TicketState state = EventText.change(event, TicketChange::ticket);
            assertThat(state.subject()).isEqualTo("Printer on fire");
            assertThat(state.status()).isEqualTo(new TicketState.Status(1, "Open", "open"));
            assertThat(state.priority()).isEqualTo(new TicketState.Named(2, "Normal"));
            assertThat(state.dueDate()).isEqualTo("2026-11-27 17:00:00");
            assertThat(state.owner()).isEqualTo(new TicketState.Named(1, "Alice Example"));
        });
    }

    @Test
    void mailsBetweenTheCommitsOfANewTicketDoNotSplitIt() throws SQLException {
        PhpDesk slow = new PhpDesk(empty, 100).apart(Duration.ofMillis(700));
        slow.open(NUMBER, DemoDesk.ALICE, "Printer on fire");

        List<TicketEvent> events = LogReplay.live(empty.copy(), slow.commits());

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(EventText.type(event)).isEqualTo("created"));
    }

    @Test
    void aTicketWithoutMessageIsToldAfterTenSecondsAndItsMessageAlone() throws SQLException {
        PhpDesk slow = new PhpDesk(empty, 100);
        slow.insert("ticket", PhpDesk.emptyTicket(100, NUMBER, DemoDesk.ALICE));
        slow.thread(100);
        slow.after(Duration.ofSeconds(12)).entry(100, "M", 0, DemoDesk.ALICE, "Late.");

        List<TicketEvent> events = LogReplay.live(empty.copy(), slow.commits());

        assertThat(events.stream().map(EventText::line))
                .containsExactly(
                        of("created system → entry none"), of("message_posted customer 1 → entry message 'Late.'"));
    }

    @Test
    void whatHappensRightAfterANewTicketIsAnEventOfItsOwn() throws SQLException {
        php.reply(ticket, "At once.");
        List<Commit> commits = new ArrayList<>(opening);
        commits.addAll(php.taken());

        List<String> lines = LogReplay.live(empty.copy(), commits).stream()
                .map(EventText::line)
                .toList();

        assertThat(lines)
                .containsExactly(
                        of("created customer 1 → entry message 'Help, please.'"),
                        of("reply_posted agent 2 → entry reply 'At once.'"),
                        of("assigned agent 2 agent none, team none → agent Bob Builder, team none"),
                        of("answered agent 2 answered false → answered true"));
    }

    @Test
    void aNewTicketTellsTheAnswersOfItsOwnFields() throws SQLException {
        PhpDesk other = new PhpDesk(empty, 100);
        other.insert("ticket", PhpDesk.emptyTicket(100, NUMBER, DemoDesk.ALICE));
        other.form(other.thread(100), "With fields");
        other.answer(100, DemoDesk.REPRODUCIBLE, "1", null);
        other.answer(100, DemoDesk.CHOICE, "{\"maj\":\"Major\"}", null);
        other.ticket(100, "status_id", DemoDesk.OPEN);
        other.entry(100, "M", 0, DemoDesk.ALICE, "Help.");
        other.ticket(100, "sla_id", 1L);
        other.ticket(100, "est_duedate", "2026-11-27 17:00:00");

        List<TicketEvent> events = LogReplay.live(empty.copy(), other.commits());

        assertThat(events).singleElement().satisfies(event -> {
            FieldValues fields =
                    (FieldValues) EventText.change(event, TicketChange::after).get("fields");
            assertThat(fields.values().stream().map(field -> field.label() + ": " + field.value()))
                    .containsExactly("Severity: Major", "Reproducible: Yes");
        });
    }

    @Test
    void twoChangesOfOneFieldAreTwoEvents() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.ticket(ticket, "dept_id", DemoDesk.SALES);
            desk.byBob(ticket, "transferred");
            desk.ticket(ticket, "dept_id", DemoDesk.SUPPORT);
            desk.history(ticket, "transferred", "ostadmin", DemoDesk.ADA, "S");
        });

        assertThat(lines)
                .containsExactly(
                        of("transferred agent 2 department Support → department Sales"),
                        of("transferred agent 1 department Sales → department Support"));
    }

    @Test
    void anUnsignedChangeIsNotGivenToWhoMakesTheNextOne() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.ticket(ticket, "dept_id", DemoDesk.SALES);
            desk.transfer(ticket, DemoDesk.SUPPORT);
        });

        assertThat(lines).first().isEqualTo(of("transferred system department Support → department Sales"));
        assertThat(lines).element(1).isEqualTo(of("transferred agent 2 department Sales → department Support"));
    }

    @Test
    void closingTellsStatusAssignmentAndDueDateButNoReferral() throws SQLException {
        assertThat(lines(desk -> desk.close(ticket)))
                .containsExactly(
                        of("status_changed agent 2 status Open → status Closed"),
                        of("assigned agent 2 agent none, team none → agent Bob Builder, team none"),
                        of("due_date_changed agent 2 dueDate 2026-11-27 17:00:00 → dueDate none"));
    }

    @Test
    void aReferralToSomebodyElseIsTold() throws SQLException {
        List<String> lines = lines(desk -> {
            long referral = desk.refer(ticket, "D", DemoDesk.SALES);
            desk.byBob(ticket, "referred");
            desk.after(Duration.ofSeconds(5)).delete("thread_referral", referral);
        });

        assertThat(lines)
                .containsExactly(
                        of("referred agent 2 → referral department Sales"),
                        of("referral_removed system referral department Sales →"));
    }

    @Test
    void aReopenedTicketShowsWhoWroteTheMessage() throws SQLException {
        php.close(ticket);
        php.taken();

        List<String> lines = lines(desk -> {
            desk.entry(ticket, "M", 0, DemoDesk.ALICE, "It came back.");
            desk.ticket(ticket, "status_id", DemoDesk.OPEN, "closed", null);
            desk.history(ticket, "reopened", "Alice Example", 0, "S");
        });

        assertThat(lines)
                .containsExactly(
                        of("message_posted customer 1 → entry message 'It came back.'"),
                        of("status_changed customer 1 status Closed → status Open"));
    }

    @Test
    void anEditedEntryIsOneEventWithBothTexts() throws SQLException {
        List<String> lines = lines(desk -> {
            long note = desk.entry(ticket, "N", DemoDesk.BOB, 0, "First.");
            long second = desk.after(Duration.ofSeconds(5)).edit(ticket, note, "Second.");
            desk.after(Duration.ofSeconds(5));
            long third = desk.entry(ticket, "N", DemoDesk.BOB, 0, "Third.", second, 64);
            desk.delete("thread_entry", second);
            desk.update(
                    "thread_entry",
                    List.of(third),
                    "pid",
                    note,
                    "flags",
                    66L,
                    "editor",
                    DemoDesk.ADA,
                    "editor_type",
                    "S");
        });

        assertThat(lines)
                .containsExactly(
                        of("note_posted agent 2 → entry note 'First.'"),
                        of("entry_edited agent 1 entry note 'First.' → entry note 'Second.'"),
                        of("entry_edited agent 1 entry note 'Second.' → entry note 'Third.'"));
    }

    @Test
    void aReplyThatNamesTheMessageItAnswersIsNoEdit() throws SQLException {
        List<String> lines = lines(desk -> desk.entry(ticket, "M", 0, DemoDesk.ALICE, "By mail.", 100, 512));

        assertThat(lines).containsExactly(of("message_posted customer 1 → entry message 'By mail.'"));
    }

    @Test
    void attachmentsAreNamedWithTheirSizes() throws SQLException {
        List<TicketEvent> events = events(desk -> {
            desk.insert("file", PhpDesk.row("id", 7L, "name", "steps.txt", "size", 21L, "type", "text/plain"));
            long entry = desk.entry(ticket, "R", DemoDesk.BOB, 0, "See the file.");
            desk.insert(
                    "attachment",
                    PhpDesk.row("id", 17L, "object_id", entry, "type", "H", "file_id", 7L, "name", null, "inline", 0L));
        });

        assertThat(events).singleElement().satisfies(event -> {
            Entry entry = (Entry) EventText.change(event, TicketChange::after).get("entry");
            assertThat(entry.attachments()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("steps.txt");
                assertThat(file.size()).isEqualTo(21);
            });
        });
    }

    @Test
    void aLongBodyIsCutAndSaysSo() throws SQLException {
        List<TicketEvent> events = events(desk -> desk.entry(ticket, "N", DemoDesk.BOB, 0, "ü".repeat(40_000)));

        assertThat(events).singleElement().satisfies(event -> {
            Entry entry = (Entry) EventText.change(event, TicketChange::after).get("entry");
            assertThat(entry.bodyTruncated()).isTrue();
            assertThat(entry.body()).hasSize(32 * 1024);
        });
    }

    @Test
    void answersOfFieldsAreReadable() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.answer(100, DemoDesk.CHOICE, "{\"min\":\"Minor\"}", null);
            desk.byBob(ticket, "edited");
            desk.update("form_entry_values", List.of(100L, DemoDesk.CHOICE), "value", "{\"maj\":\"Major\"}");
            desk.answer(100, DemoDesk.REPRODUCIBLE, "1", null);
            desk.update("form_entry_values", List.of(100L, DemoDesk.PRIORITY), "value", "Emergency", "value_id", 4L);
            desk.update("form_entry_values", List.of(100L, DemoDesk.ORDER_NUMBER), "value", "");
            desk.editSubject(ticket, "Printer out");
        });

        assertThat(lines)
                .containsExactly(
                        of("field_changed agent 2 field severity=none → field severity=Minor"),
                        of("field_changed agent 2 field severity=Minor → field severity=Major"),
                        of("field_changed agent 2 field reproducible=none → field reproducible=Yes"),
                        of("priority_changed agent 2 priority Normal → priority Emergency"),
                        of("subject_changed agent 2 subject Printer on fire → subject Printer out"));
    }

    @Test
    void rowsWithoutMeaningGiveNothing() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.ticket(ticket, "lock_id", 5L, "updated", "2026-11-24 18:00:00");
            desk.update("thread", List.of(100L), "lastresponse", "2026-11-24 18:00:00");
            desk.byBob(ticket, "edited");
            desk.ticket(ticket, "lock_id", 0L, "sort", 1L);
            desk.update("form_entry_values", List.of(100L, DemoDesk.ORDER_NUMBER), "value", "");
        });

        assertThat(lines).isEmpty();
    }

    @Test
    void tasksGiveNothing() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.insert(
                    "thread", PhpDesk.row("id", 900L, "object_id", ticket, "object_type", "A", "lastmessage", null));
            desk.insert(
                    "thread_entry",
                    PhpDesk.row(
                            "id",
                            901L,
                            "pid",
                            0L,
                            "thread_id",
                            900L,
                            "staff_id",
                            2L,
                            "user_id",
                            0L,
                            "type",
                            "M",
                            "flags",
                            64L,
                            "poster",
                            "Bob",
                            "editor",
                            null,
                            "editor_type",
                            null,
                            "title",
                            null,
                            "body",
                            "Order a cable.",
                            "format",
                            "html",
                            "created",
                            "2026-11-24 17:40:00"));
            desk.insert("form_entry", PhpDesk.row("id", 902L, "object_id", ticket, "object_type", "A", "form_id", 5L));
            desk.insert(
                    "form_entry_values",
                    PhpDesk.row("entry_id", 902L, "field_id", 32L, "value", "x", "value_id", null));
        });

        assertThat(lines).isEmpty();
    }

    @Test
    void linkingIsToldOfBothTickets() throws SQLException {
        long child = php.open("480114", DemoDesk.ALICE, "Also on fire");
        php.taken();

        List<String> lines = lines(desk -> {
            desk.link(child, ticket);
            desk.after(Duration.ofSeconds(5)).unlink(child, ticket);
        });

        assertThat(lines)
                .containsExactlyInAnyOrder(
                        of("linked agent 2 → child 480114"),
                        "480114 linked agent 2 → parent 480113",
                        of("unlinked agent 2 child 480114 →"),
                        "480114 unlinked agent 2 parent 480113 →");
    }

    @Test
    void aMergedThreadGivesNoNewMessages() throws SQLException {
        long child = php.open("480114", DemoDesk.ALICE, "Also on fire");
        php.taken();

        List<String> lines = lines(desk -> {
            desk.byBob(ticket, "merged");
            desk.byBob(child, "merged");
            desk.ticket(ticket, "flags", 17L);
            desk.ticket(child, "ticket_pid", ticket, "flags", 1L);
            desk.update("thread_entry", List.of(101L), "thread_id", 100L, "flags", 1089L);
            desk.update("thread", List.of(101L), "object_type", "C");
            desk.close(child);
        });

        assertThat(lines)
                .contains(of("merged agent 2 → child 480114"), "480114 merged agent 2 → parent 480113")
                .noneMatch(line -> line.contains("_posted") || line.contains("linked"));
    }

    @Test
    void aDeletedTicketShowsItsLastState() throws SQLException {
        List<TicketEvent> events = events(desk -> desk.delete(ticket));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(EventText.line(event)).isEqualTo(of("deleted agent 2"));
            TicketState last = EventText.change(event, TicketChange::ticket);
            assertThat(last.subject()).isEqualTo("Printer on fire");
            assertThat(last.priority()).isEqualTo(new TicketState.Named(2, "Normal"));
        });
    }

    @Test
    void whatHappenedToATicketThatIsGoneBeforeItIsReadIsTold() throws SQLException {
        MemoryHelpDesk before = php.tables().restarted();
        php.after(Duration.ofSeconds(20)).ticket(ticket, "dept_id", DemoDesk.SALES);
        php.byBob(ticket, "transferred");
        php.update("form_entry_values", List.of(100L, DemoDesk.PRIORITY), "value_id", 4L);
        php.byBob(ticket, "edited");
        php.after(Duration.ofSeconds(6)).message(ticket, "Still there?");
        php.after(Duration.ofSeconds(6)).delete(ticket);
        List<Commit> commits = php.taken();

        List<TicketEvent> events = LogReplay.backlog(before.copy(), commits);

        assertThat(events.stream().map(EventText::line))
                .containsExactly(
                        of("transferred agent 2 department Support → department Sales"),
                        of("priority_changed agent 2 priority Normal → priority Emergency"),
                        of("message_posted customer 1 → entry message 'Still there?'"),
                        of("deleted agent 2"));
        Rereading.assertNothingLostOrDoubled(before, commits);
    }

    @Test
    void anAssignmentRightAfterAReplyIsWhoseHistoryFollows() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.entry(ticket, "R", DemoDesk.BOB, 0, "I look at it.");
            desk.ticket(ticket, "staff_id", DemoDesk.BOB);
            desk.history(ticket, "assigned", "ostadmin", DemoDesk.ADA, "S");
        });

        assertThat(lines).last().isEqualTo(of("assigned agent 1 agent none, team none → agent Bob Builder, team none"));
    }

    @Test
    void aRowThatIsReplacedHasChanged() throws SQLException {
        List<String> lines = lines(desk -> desk.transaction(() -> {
            desk.delete("form_entry_values", 100L, DemoDesk.ORDER_NUMBER);
            desk.answer(100, DemoDesk.ORDER_NUMBER, "A-1", null);
        }));

        assertThat(lines).containsExactly(of("field_changed system field ordernumber=none → field ordernumber=A-1"));
    }

    @Test
    void theWriterOfAnUnansweredTicketIsTheCustomer() throws SQLException {
        php.reply(ticket, "Better?");
        php.taken();

        assertThat(lines(desk -> desk.message(ticket, "No.")))
                .containsExactly(
                        of("message_posted customer 1 → entry message 'No.'"),
                        of("answered customer 1 answered true → answered false"));
    }

    @Test
    void aFilterIsAnActor() throws SQLException {
        List<String> lines = lines(desk -> {
            desk.ticket(ticket, "team_id", DemoDesk.LEVEL_ONE);
            desk.history(ticket, "assigned", "Ticket Filter", 0, "S");
        });

        assertThat(lines)
                .containsExactly(of("assigned filter agent none, team none → agent none, team Level I Support"));
    }

    @Test
    void idsNameTheRowAndTheKind() throws SQLException {
        List<TicketEvent> events = events(desk -> desk.close(ticket));

        assertThat(events.stream().map(TicketEvent::id))
                .containsExactly(
                        "0-1-1-" + 1795542020 + "-0-0-status_changed",
                        "0-1-1-" + 1795542020 + "-0-0-assigned",
                        "0-1-1-" + 1795542020 + "-0-0-due_date_changed");
        assertThat(events.getFirst().time()).hasToString("2026-11-24T17:40:20Z");
    }
}
