package dev.ticketwire.command.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handler on a real database with the demo help desk; each test in a transaction that is rolled back. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class OpenTicketsIT {
    private static final String LATER = "2999-12-31";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    OpenTickets handler;

    private Desk desk;

    @BeforeEach
    void begin() throws SQLException {
        snapshot.refresh();
        desk = new Desk(handler, database.getConnection(), snapshot.current());
    }

    @AfterEach
    void undo() throws SQLException {
        desk.close();
    }

    @Test
    void aTicketOfANewRequesterHasItsRowInEveryTable() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("A flat tyre").with("phone", "(555) 123-4567"));

        long id = applied.ticketId();
        assertThat(desk.row(
                        "SELECT number, status_id, dept_id, topic_id, source, ip_address, est_duedate IS NOT NULL AS due"
                                + " FROM {ticket} WHERE ticket_id = ?",
                        id))
                .isEqualTo(Map.of(
                        "number", applied.number(),
                        "status_id", 1L,
                        "dept_id", 1L,
                        "topic_id", 1L,
                        "source", "API",
                        "ip_address", "192.0.2.7",
                        "due", 1L));
        assertThat(desk.row(
                        "SELECT u.name, e.address, c.phone FROM {ticket} t JOIN {user} u ON u.id = t.user_id"
                                + " JOIN {user_email} e ON e.user_id = u.id AND e.id = u.default_email_id"
                                + " JOIN {user__cdata} c ON c.user_id = u.id WHERE t.ticket_id = ?",
                        id))
                .isEqualTo(Map.of("name", "Nina New", "address", "nina@new.example", "phone", "5551234567"));
        assertThat(desk.row(
                        "SELECT e.type, e.flags, e.poster, e.title, e.body, e.format, e.source FROM {thread_entry} e"
                                + " JOIN {thread} h ON h.id = e.thread_id WHERE h.object_type = 'T' AND h.object_id = ?",
                        id))
                .isEqualTo(Map.of(
                        "type", "M",
                        "flags", 65L,
                        "poster", "Nina New",
                        "title", "A flat tyre",
                        "body", "It does not <b>roll</b>.",
                        "format", "html",
                        "source", "API"));
        assertThat(desk.row("SELECT subject, priority, bike FROM {ticket__cdata} WHERE ticket_id = ?", id))
                .isEqualTo(Map.of("subject", "A flat tyre", "priority", "2", "bike", ""));
        assertThat(desk.column(
                        "SELECT CONCAT_WS('=', f.name, v.value, v.value_id) FROM {form_entry} e"
                                + " JOIN {form_entry_values} v ON v.entry_id = e.id JOIN {form_field} f ON f.id = v.field_id"
                                + " WHERE e.object_type = 'T' AND e.object_id = ? ORDER BY f.sort",
                        id))
                .containsExactly("subject=A flat tyre", "priority=Normal=2", "bike");
        assertThat(desk.column("SELECT CONCAT(object_type, ': ', title, ' | ', content) FROM {_search} s"
                        + " WHERE title LIKE '%flat tyre' OR title = 'Nina New' ORDER BY object_type"))
                .containsExactly(
                        "H: A flat tyre | It does not roll .",
                        "T: " + applied.number() + " A flat tyre | A flat tyre",
                        "U: Nina New | (555) 123-4567 nina@new.example\nnina@new.example");
        assertThat(desk.history(id)).containsExactly("created:U");
    }

    @Test
    void aRefusalAmongGoodNeighboursTouchesNoneOfThem() throws SQLException {
        List<Result> results = desk.apply(
                TestTicket.of("first").from("one@new.example"),
                TestTicket.of("second").from("two@new.example").with("department", "Nowhere"),
                TestTicket.of("third").from("three@new.example"));

        assertThat(results.get(1))
                .isEqualTo(new Result.Rejected(
                        new Refusal("department-not-found", 400, "Department 'Nowhere' not found", "departmentId")));
        assertThat(desk.subjects(results)).containsExactly("first", "third");
        assertThat(desk.column("SELECT address FROM {user_email} WHERE address LIKE '%@new.example' ORDER BY id"))
                .containsExactlyInAnyOrder("one@new.example", "three@new.example");
    }

    @Test
    void ticketIdsFollowTheOrderOfTheWave() throws SQLException {
        TestTicket[] wishes = IntStream.range(0, 30)
                .mapToObj(i -> TestTicket.of("ticket " + i).from("user" + (30 - i) % 7 + "@new.example"))
                .toArray(TestTicket[]::new);

        List<Result> results = desk.apply(wishes);

        assertThat(results.stream().map(Desk::id).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(desk.subjects(results))
                .startsWith("ticket 0", "ticket 1", "ticket 2")
                .hasSize(30);
        assertThat(desk.column("SELECT COUNT(*) FROM {user_email} WHERE address LIKE 'user_@new.example'"))
                .containsExactly("7");
    }

    @Test
    void twoRequestsOfOneNewRequesterShareTheUserWhateverTheCaseOfTheAddress() throws SQLException {
        List<Result> results = desk.apply(
                TestTicket.of("first").from("Nina@New.example"),
                TestTicket.of("second").from("nina@new.EXAMPLE").with("name", null));

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Applied.class));
        assertThat(desk.column("SELECT DISTINCT user_id FROM {ticket} WHERE ticket_id >= ?", Desk.id(results.get(0))))
                .hasSize(1);
        assertThat(desk.column("SELECT address FROM {user_email} WHERE address = 'nina@new.example'"))
                .containsExactly("Nina@New.example");
        assertThat(desk.column("SELECT COUNT(*) FROM {form_entry} f JOIN {user_email} e ON e.user_id = f.object_id"
                        + " WHERE f.object_type = 'U' AND e.address = 'nina@new.example'"))
                .containsExactly("1");
    }

    @Test
    void aKnownRequesterKeepsItsNameAndItsOrganisation() throws SQLException {
        Result.Applied applied = desk.open(
                TestTicket.of("A question").from("DESK@hostel.example").with("name", "Somebody Else"));

        assertThat(desk.column("SELECT user_id FROM {ticket} WHERE ticket_id = ?", applied.ticketId()))
                .containsExactly("2");
        assertThat(desk.column("SELECT poster FROM {thread_entry} ORDER BY id DESC LIMIT 1"))
                .containsExactly("Björn Åkesson");
    }

    @Test
    void aNewRequesterJoinsTheOrganisationThatOwnsItsDomain() throws SQLException {
        desk.open(TestTicket.of("A question").from("porter@HOSTEL.example"));

        assertThat(desk.column("SELECT u.org_id FROM {user} u JOIN {user_email} e ON e.user_id = u.id"
                        + " WHERE e.address = 'porter@hostel.example'"))
                .containsExactly("1");
    }

    @Test
    void aMissingFormOfAKnownRequesterAndItsOrganisationIsMadeUpFor() throws SQLException {
        desk.run("DELETE FROM {form_entry} WHERE object_type IN ('U', 'O')");
        desk.run("DELETE FROM {user__cdata} WHERE user_id = 2");
        desk.run("DELETE FROM {organization__cdata} WHERE org_id = 1");

        desk.apply(
                TestTicket.of("first").from("desk@hostel.example"),
                TestTicket.of("second").from("desk@hostel.example"));

        assertThat(desk.column("SELECT CONCAT(object_type, object_id) FROM {form_entry}"
                        + " WHERE object_type IN ('U', 'O') ORDER BY object_type"))
                .containsExactly("O1", "U2");
        assertThat(desk.column("SELECT CONCAT(phone, '|', notes) FROM {user__cdata} WHERE user_id = 2"))
                .containsExactly("|");
        assertThat(desk.column("SELECT address FROM {organization__cdata} WHERE org_id = 1"))
                .containsExactly("");
    }

    @Test
    void collaboratorsOfTheOrganisationFollowTheTicket() throws SQLException {
        desk.run("UPDATE {organization} SET status = 1 WHERE id = 1");

        Result.Applied applied = desk.open(TestTicket.of("A question").from("porter@hostel.example"));

        assertThat(desk.column(
                        "SELECT CONCAT(c.user_id, ' ', c.flags, c.role) FROM {thread_collaborator} c"
                                + " JOIN {thread} h ON h.id = c.thread_id WHERE h.object_id = ?",
                        applied.ticketId()))
                .containsExactly("2 3M");
        assertThat(desk.history(applied.ticketId()))
                .containsExactly(
                        "created:U",
                        "collab {\"add\":{\"2\":{\"name\":\"Bj\\u00f6rn \\u00c5kesson\"}}}:S",
                        "collab {\"org\":1}:S");
        assertThat(desk.row(
                        "SELECT flags, recipients LIKE '{\"cc\":{\"%\":\"Bj\\\\\\\\u00f6rn%<desk@hostel.example>\"}}' AS cc"
                                + " FROM {thread_entry} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.of("flags", 65L + 0x200, "cc", 1L));
    }

    @Test
    void numbersOfASequenceFollowEachOtherInTheOrderOfTheWave() throws SQLException {
        List<Result> results = desk.apply(
                TestTicket.of("first").with("topic", "2"),
                TestTicket.of("between"),
                TestTicket.of("second").with("topic", "repair"),
                TestTicket.of("third").with("topic", "2"));

        assertThat(List.of(Desk.number(results.get(0)), Desk.number(results.get(2)), Desk.number(results.get(3))))
                .containsExactly("R-0004", "R-0005", "R-0006");
        assertThat(Desk.number(results.get(1))).matches("[1-9][0-9]{5}");
        assertThat(desk.column("SELECT next FROM {sequence} WHERE id = 3")).containsExactly("7");
    }

    @Test
    void aSequenceSkipsNumbersThatExist() throws SQLException {
        desk.run("UPDATE {ticket} SET number = 'R-0004' WHERE ticket_id = 1");
        desk.run("UPDATE {ticket} SET number = 'R-0006' WHERE ticket_id = 2");

        List<Result> results = desk.apply(
                TestTicket.of("first").with("topic", "2"),
                TestTicket.of("second").with("topic", "2"));

        assertThat(results.stream().map(Desk::number).toList()).containsExactly("R-0005", "R-0007");
    }

    @Test
    void aWaveOfAHundredTakesAsManyStatementsAsOneOfTwo() throws SQLException {
        desk.apply(wishes(1, "first"));
        long two = desk.statementsFor(wishes(2, "a"));

        long hundred = desk.statementsFor(wishes(100, "b"));

        assertThat(hundred).isEqualTo(two).isLessThan(25);
    }

    private static TestTicket[] wishes(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestTicket.of("ticket " + i).from(name + i + "@new.example"))
                .toArray(TestTicket[]::new);
    }

    @Test
    void aMatchingFilterSetsPriorityAndTeamAndTheHistorySaysSo() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("I am STRANDED"));

        assertThat(desk.row(
                        "SELECT t.team_id, c.priority FROM {ticket} t JOIN {ticket__cdata} c USING (ticket_id)"
                                + " WHERE t.ticket_id = ?",
                        applied.ticketId()))
                .isEqualTo(Map.of("team_id", 1L, "priority", "4"));
        assertThat(desk.history(applied.ticketId()))
                .containsExactly(
                        "created:U",
                        "edited {\"value\":\"Emergency\",\"filter\":\"Stranded riders\",\"type\":\"Priority\"}:S",
                        "edited {\"value\":\"Road crew\",\"filter\":\"Stranded riders\",\"type\":\"Team\"}:S",
                        "assigned {\"team\":1}:S");
    }

    @Test
    void theCallersPriorityBeatsTheFilters() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("stranded").with("priority", "LOW"));

        assertThat(desk.column("SELECT priority FROM {ticket__cdata} WHERE ticket_id = ?", applied.ticketId()))
                .containsExactly("1");
    }

    @Test
    void aBannedAddressIsDenied() throws SQLException {
        Refusal refusal = desk.refused(TestTicket.of("Buy now").from("Nobody@spam.example"));

        assertThat(refusal)
                .isEqualTo(new Refusal(
                        "ticket-denied",
                        403,
                        "Unable to create new ticket :Ticket denied: Nobody@spam.example\n\n"
                                + "This help desk is for use by authorized users only",
                        "email"));
    }

    @Test
    void everythingThatIsWrongIsSaidInOsTicketsOrder() throws SQLException {
        Refusal refusal = desk.refused(
                TestTicket.of(null).from("nobody at home").with("message", "0").with("dueDate", ""));

        assertThat(refusal.text())
                .isEqualTo("Unable to create new ticket :user\nIncomplete client information\n"
                        + "10\nSummary is a required field\n11\nWhat happened is a required field");
        assertThat(refusal.field()).isEqualTo("email");
    }

    @Test
    void aDueDateInThePastLeavesTheRequesterUnchecked() throws SQLException {
        Refusal refusal =
                desk.refused(TestTicket.of("=SUM(A1)").from("nobody at home").with("dueDate", "2020-01-01"));

        assertThat(refusal.text())
                .isEqualTo("Unable to create new ticket :duedate\nDue date must be in the future\n"
                        + "10\nContent cannot start with the following characters: = - + @");
    }

    @Test
    void aDueDateIsStored() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("Later").with("dueDate", LATER));

        assertThat(desk.column("SELECT duedate FROM {ticket} WHERE ticket_id = ?", applied.ticketId()))
                .containsExactly(LATER + " 00:00:00");
    }

    @Test
    void theDepartmentAskedForComesAfterRouting() throws SQLException {
        Result.Applied applied =
                desk.open(TestTicket.of("Flat").with("topic", "Flat tyre").with("department", " accounts "));

        assertThat(desk.column("SELECT dept_id FROM {ticket} WHERE ticket_id = ?", applied.ticketId()))
                .containsExactly("4");
        assertThat(desk.column(
                        "SELECT DISTINCT e.dept_id FROM {thread_event} e JOIN {thread} h ON h.id = e.thread_id"
                                + " WHERE h.object_id = ?",
                        applied.ticketId()))
                .containsExactly("3");
    }

    @Test
    void anInactiveDepartmentIsRefused() throws SQLException {
        assertThat(desk.refused(TestTicket.of("A boat").with("department", "Boat Rental"))
                        .text())
                .isEqualTo("Department is not active");
    }

    @Test
    void aParentIsFoundByNumberAndElseById() throws SQLException {
        String parent = desk.column("SELECT ticket_id FROM {ticket} WHERE number = '602881'")
                .getFirst();

        List<Result> results = desk.apply(
                TestTicket.of("by number").with("parent", "602881"),
                TestTicket.of("by id").with("parent", parent),
                TestTicket.of("blanks before a number").with("parent", " 602881"),
                TestTicket.of("blanks around an id").with("parent", " " + parent + " "));

        assertThat(desk.column(
                        "SELECT ticket_pid FROM {ticket} WHERE ticket_id >= ? ORDER BY ticket_id",
                        Desk.id(results.getFirst())))
                .containsExactly(parent, parent);
        assertThat(results.subList(2, 4)).allMatch(Result.Rejected.class::isInstance);
    }

    @Test
    void aShortPathsParentIsFoundByNumberAlone() throws SQLException {
        String parent = desk.column("SELECT ticket_id FROM {ticket} WHERE number = '602881'")
                .getFirst();

        List<Result> results = desk.apply(
                TestTicket.of("by id").with("parent", parent).strict(),
                TestTicket.of("by id, leniently").with("parent", parent),
                TestTicket.of("by number").with("parent", "602881").strict(),
                TestTicket.of("with a blank").with("parent", " 602881").strict());

        assertThat(results.stream().map(result -> result instanceof Result.Applied))
                .containsExactly(false, true, true, false);
        assertThat(((Result.Rejected) results.getFirst()).refusal())
                .isEqualTo(new Refusal("parent-not-found", 400, "Parent ticket not found", "parentTicketNumber"));
    }

    @Test
    void aParentThatIsItselfAChildIsRefused() throws SQLException {
        assertThat(desk.refused(TestTicket.of("Too deep").with("parent", "602882")))
                .isEqualTo(new Refusal(
                        "parent-is-child",
                        400,
                        "Parent ticket cannot be a child of another ticket",
                        "parentTicketNumber"));
        assertThat(desk.refused(TestTicket.of("Nowhere").with("parent", "no-such"))
                        .code())
                .isEqualTo("parent-not-found");
    }

    @Test
    void theFormOfTheTopicIsAnsweredInItsOwnEntry() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("Broken")
                .with("topic", "Repair")
                .answer("part", "brake")
                .answer("rideable", true)
                .answer("place", "at the\nharbour"));

        assertThat(desk.column(
                        "SELECT CONCAT_WS(' ', e.sort, e.extra, f.name, v.value) FROM {form_entry} e"
                                + " JOIN {form_entry_values} v ON v.entry_id = e.id JOIN {form_field} f ON f.id = v.field_id"
                                + " WHERE e.object_type = 'T' AND e.form_id = 6 AND e.object_id = ? ORDER BY f.sort",
                        applied.ticketId()))
                .containsExactly(
                        "1 {\"disable\":[]} part {\"brake\":\"Brake\"}",
                        "1 {\"disable\":[]} rideable 1",
                        "1 {\"disable\":[]} place at the\nharbour");
        assertThat(desk.column(
                        "SELECT content FROM {_search} WHERE object_type = 'T' AND object_id = ?", applied.ticketId()))
                .containsExactly("Broken\nBrake\nYes\nat the harbour");
    }

    @Test
    void aShortPathsChoiceIsStoredAsOneWhetherNamedByValueOrLabel() throws SQLException {
        for (Object sent : List.of("brake", "Brake", List.of("brake"))) {
            Result.Applied applied = desk.open(TestTicket.of("Broken")
                    .with("topic", "Repair")
                    .answer("part", sent)
                    .strict());

            assertThat(desk.column(
                            "SELECT v.value FROM {form_entry} e JOIN {form_entry_values} v ON v.entry_id = e.id"
                                    + " JOIN {form_field} f ON f.id = v.field_id"
                                    + " WHERE f.name = 'part' AND e.object_type = 'T' AND e.object_id = ?",
                            applied.ticketId()))
                    .containsExactly("{\"brake\":\"Brake\"}");
        }
    }

    @Test
    void aShortPathsAnswerThatIsNoChoiceOpensNothing() throws SQLException {
        for (Map.Entry<String, Object> answer :
                Map.<String, Object>of("part", "nope", "rideable", "maybe").entrySet()) {
            TestTicket wish =
                    TestTicket.of("Broken").with("topic", "Repair").answer(answer.getKey(), answer.getValue());

            Refusal refusal = desk.refused(wish.strict());

            assertThat(refusal.code()).isEqualTo("invalid-answer");
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.field()).isEqualTo(answer.getKey());
        }
        assertThat(desk.column("SELECT user_id FROM {user_email} WHERE address = 'nina@new.example'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\r\n\t", "\u00a0 \u2003", "data:text/plain, "})
    void aMessageOfBlanksIsNone(String message) throws SQLException {
        Refusal refusal = desk.refused(TestTicket.of("Nothing to say").with("message", message));

        assertThat(refusal.text()).endsWith(" is a required field");
        assertThat(refusal.field()).isEqualTo("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"030/123456-7", "555-1234 ext 12", "Tel: +49 30 123456789012345678"})
    void aTelephoneNumberMayBeWrittenAnyHow(String phone) throws SQLException {
        desk.open(TestTicket.of("Call me").with("phone", phone));

        assertThat(desk.column("SELECT c.phone FROM {user__cdata} c JOIN {user_email} e ON e.user_id = c.user_id"
                        + " WHERE e.address = 'nina@new.example'"))
                .containsExactly(phone.replaceAll("[^0-9X]", ""));
    }

    @Test
    void aTelephoneNumberOfTooFewDigitsIsRefused() throws SQLException {
        Refusal refusal = desk.refused(TestTicket.of("Call me").with("phone", "n/a"));

        assertThat(refusal.text()).contains("Incomplete client information");
        assertThat(refusal.field()).isEqualTo("phone");
        assertThat(desk.refused(TestTicket.of("Call me").with("name", "")).field())
                .isEqualTo("name");
    }

    @Test
    void anAnswerOfAnOddTypeNeverFailsTheTicket() throws SQLException {
        List<Object> odd = List.of(17, 1.5, true, List.of(), List.of("a", 1), Map.of("a", Map.of("b", 1)), "");

        List<Result> results = desk.apply(odd.stream()
                .map(value -> TestTicket.of("odd")
                        .with("topic", "2")
                        .answer("bike", value)
                        .answer("part", value)
                        .answer("rideable", value)
                        .answer("place", value)
                        .answer("notes", value))
                .toArray(TestTicket[]::new));

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Applied.class));
    }

    @Test
    void aClosedTicketIsNeitherOpenNorAssigned() throws SQLException {
        Result.Applied applied =
                desk.open(TestTicket.of("Done").with("topic", "Flat tyre").with("status", "closed"));

        assertThat(desk.row(
                        "SELECT status_id, team_id, closed = created AS closed FROM {ticket} WHERE ticket_id = ?",
                        applied.ticketId()))
                .isEqualTo(Map.of("status_id", 3L, "team_id", 0L, "closed", 1L));
        assertThat(desk.history(applied.ticketId()))
                .containsExactly("created:U", "closed {\"status\":[3,\"Closed\"]}:S");
    }

    @Test
    void anAgentOnVacationIsNotAssigned() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("For Joris").with("staff", "joris"));

        assertThat(desk.column("SELECT staff_id FROM {ticket} WHERE ticket_id = ?", applied.ticketId()))
                .containsExactly("0");
    }

    @Test
    void filesAreStoredAndBadOnesBecomeNotesBeforeTheMessage() throws SQLException {
        byte[] big = new byte[1_200_000];
        Result.Applied applied = desk.open(TestTicket.of("Files")
                .file(new Attachment("a.txt", "text/plain", "Hello".getBytes(StandardCharsets.UTF_8), null))
                .file(new Attachment("broken.txt", null, new byte[0], "Poorly encoded base64 data"))
                .file(new Attachment("big.txt", null, big, null))
                .file(new Attachment("huge.txt", null, new byte[(16 << 20) + 1], null)));

        assertThat(desk.column(
                        "SELECT CONCAT(e.type, e.flags, ' ', e.body) FROM {thread_entry} e"
                                + " JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = ? ORDER BY e.id",
                        applied.ticketId()))
                .containsExactly(
                        "N128 broken.txt: Poorly encoded base64 data",
                        "N128 huge.txt: File size is too large",
                        "M65 It does not <b>roll</b>.");
        assertThat(desk.column(
                        "SELECT CONCAT_WS(' ', f.name, f.type, f.size, f.signature, a.inline,"
                                + " (SELECT GROUP_CONCAT(LENGTH(c.filedata) ORDER BY c.chunk_id) FROM {file_chunk} c"
                                + " WHERE c.file_id = f.id)) FROM {file} f JOIN {attachment} a ON a.file_id = f.id"
                                + " JOIN {thread_entry} e ON e.id = a.object_id AND a.type = 'H' AND e.type = 'M'"
                                + " JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = ? ORDER BY f.id",
                        applied.ticketId()))
                .containsExactly(
                        "a.txt text/plain 5 9_-ei3uy4Jtwk1pdixqZU8RhEpaoJ6v4 0 5",
                        "big.txt text/plain 1200000 "
                                + desk.column("SELECT signature FROM {file} WHERE name = 'big.txt'")
                                        .getFirst()
                                + " 0 512000,512000,176000");
    }

    @Test
    void aLongBodyIsStoredAsAFile() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("Long").with("message", "x".repeat(65_000)));

        assertThat(desk.row(
                        "SELECT e.body, f.type, f.size, a.inline FROM {thread_entry} e"
                                + " JOIN {thread} h ON h.id = e.thread_id JOIN {attachment} a ON a.object_id = e.id AND a.type = 'H'"
                                + " JOIN {file} f ON f.id = a.file_id WHERE h.object_id = ?",
                        applied.ticketId()))
                .isEqualTo(Map.of("body", "", "type", "text/html", "size", 65_000L, "inline", 1L));
    }

    @Test
    void anImageInTheMessageIsAttachedInline() throws SQLException {
        Result.Applied applied = desk.open(TestTicket.of("Picture")
                .with("message", "<p>See <img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"x\"></p>"));

        assertThat(desk.row(
                        "SELECT e.body = CONCAT('<p>See <img src=\"cid:', f.key, '\" alt=\"x\" /></p>') AS shown,"
                                + " f.type, a.inline FROM {thread_entry} e JOIN {thread} h ON h.id = e.thread_id"
                                + " JOIN {attachment} a ON a.object_id = e.id AND a.type = 'H' JOIN {file} f ON f.id = a.file_id"
                                + " WHERE h.object_id = ?",
                        applied.ticketId()))
                .isEqualTo(Map.of("shown", 1L, "type", "image/png", "inline", 1L));
    }

    @Test
    void whatTheColumnsCannotHoldIsCutOrLeftOut() throws SQLException {
        List<Result> results = desk.apply(
                TestTicket.of("s".repeat(1000) + "😀")
                        .with("name", "n".repeat(300))
                        .with("ip", "1".repeat(100)),
                TestTicket.of("Other").from("m".repeat(300) + "@new.example"));

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Applied.class));
        assertThat(desk.column(
                        "SELECT CHAR_LENGTH(subject) FROM {ticket__cdata} WHERE ticket_id = ?",
                        Desk.id(results.getFirst())))
                .containsExactly("1000");
    }

    @Test
    void anEmptyWaveOfRefusalsWritesNothing() throws SQLException {
        List<Result> results = new ArrayList<>(desk.apply(TestTicket.of(null), TestTicket.of(null)));

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Rejected.class));
        assertThat(desk.column("SELECT COUNT(*) FROM {user_email} WHERE address LIKE '%@new.example'"))
                .containsExactly("0");
    }
}
