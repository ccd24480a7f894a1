package dev.ticketwire.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketwire.contract.command.TicketRouting;
import dev.ticketwire.contract.command.UpdateTicket;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.gateway.call.RequestTarget;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateTicketReaderTest {
    private static final RequestTarget LEGACY = RequestTarget.of(Operation.UPDATE, true, "BUG-0001", "json");
    private static final RequestTarget SHORT = RequestTarget.of(Operation.UPDATE, false, "BUG-0001", "json");

    @Test
    void whatIsNotSentStaysAsItIs() {
        UpdateTicket command = read(LEGACY, Map.of("unknown", 1));

        assertThat(command)
                .isEqualTo(new UpdateTicket(
                        "BUG-0001", TicketRouting.NONE, null, null, Set.of(), Map.of(), null, "192.0.2.7", false));
    }

    @Test
    void idsMayBeNumbersOrTextAndTextIsKeptAsItCame() {
        UpdateTicket command = read(
                LEGACY,
                Map.of(
                        "departmentId",
                        2,
                        "topicId",
                        "Billing",
                        "parentTicketNumber",
                        100018L,
                        "statusId",
                        " Closed ",
                        "slaId",
                        "",
                        "staffId",
                        0));

        assertThat(command.routing().department()).isEqualTo("2");
        assertThat(command.routing().topic()).isEqualTo("Billing");
        assertThat(command.parent()).isEqualTo("100018");
        assertThat(command.routing().status()).isEqualTo(" Closed ");
        assertThat(command.routing().sla()).isEmpty();
        assertThat(command.routing().staff()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"departmentId", "topicId", "parentTicketNumber", "statusId", "slaId", "staffId", "priorityId"})
    void aValueOfTheWrongTypeNamesItsField(String field) {
        for (Object wrong : List.of(true, 3.0, List.of(1), Map.of(), new BigInteger("99999999999999999999"))) {
            Refused refused = refused(LEGACY, Map.of(field, wrong));

            assertThat(refused.refusal().status()).isEqualTo(400);
            assertThat(refused.refusal().text()).isEqualTo("Invalid value for " + field);
            assertThat(refused.refusal().field()).isEqualTo(field);
        }
    }

    @Test
    void aNoteOfAShortPathIsMailedUnlessTheCallerWantsNoMails() {
        Map<String, Object> silent = Map.of("note", "n", "notify", false);

        assertThat(read(SHORT, Map.of("note", "n")).note()).matches(note -> !note.silent());
        assertThat(read(SHORT, silent).note()).matches(UpdateTicket.Note::silent);
        assertThat(read(SHORT, silent).fields()).isEmpty();
        assertThat(read(LEGACY, silent).note()).matches(note -> !note.silent());
    }

    @Test
    void ofSeveralWrongValuesTheFirstThatIsLookedAtCounts() {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("note", 5);
        sent.put("dueDate", 5);
        sent.put("slaId", true);

        assertThat(refused(LEGACY, sent).refusal().text()).isEqualTo("Invalid value for slaId");
    }

    @Test
    void nullIsNotSentOnThePluginsPathExceptForTheDueDate() {
        UpdateTicket command = read(LEGACY, nulls("departmentId", "staffId", "teamId", "dueDate", "note"));

        assertThat(command.emptied()).containsExactly("dueDate");
        assertThat(command.routing().staff()).isNull();
        assertThat(command.note()).isNull();
    }

    @Test
    void nullEmptiesStaffTeamAndDueDateOnAShortPath() {
        UpdateTicket command = read(SHORT, nulls("departmentId", "staffId", "teamId", "dueDate", "subject"));

        assertThat(command.emptied()).containsExactlyInAnyOrder("staffId", "teamId", "dueDate");
        assertThat(command.routing().department()).isNull();
        assertThat(command.fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t"})
    void aBlankDueDateEmptiesIt(String sent) {
        UpdateTicket command = read(LEGACY, Map.of("dueDate", sent));

        assertThat(command.emptied()).containsExactly("dueDate");
        assertThat(command.routing().dueDate()).isNull();
    }

    @Test
    void aDueDateIsSentOnAsItCame() {
        assertThat(read(LEGACY, Map.of("dueDate", "tomorrow")).routing().dueDate())
                .isEqualTo("tomorrow");
        assertThat(read(LEGACY, Map.of("dueDate", "tomorrow")).emptied()).isEmpty();
    }

    @Test
    void aDueDateOfTheWrongTypeGetsTheWordsForInvalidDates() {
        for (Object wrong : List.of(20250610, true, List.of("2025-06-10"), Map.of())) {
            assertThat(refused(LEGACY, Map.of("dueDate", wrong)).refusal().text())
                    .isEqualTo("Invalid date format for dueDate. Expected ISO 8601 format"
                            + " (e.g., \"2025-01-31\" or \"2025-01-31T17:30:00\")");
        }
    }

    @Test
    void priorityMayHaveEitherName() {
        assertThat(read(LEGACY, Map.of("priorityId", 4)).routing().priority()).isEqualTo("4");
        assertThat(read(LEGACY, Map.of("priority", "High")).routing().priority())
                .isEqualTo("High");
    }

    @Test
    void statusAndDueDateMayHaveTheNamesOfOurOwnAnswers() {
        for (RequestTarget target : List.of(LEGACY, SHORT)) {
            UpdateTicket command = read(target, Map.of("status", "closed", "duedate", "2031-02-03"));

            assertThat(command.routing().status()).isEqualTo("closed");
            assertThat(command.routing().dueDate()).isEqualTo("2031-02-03");
            assertThat(command.fields()).isEmpty();
            assertThat(read(target, Map.of("duedate", " ")).emptied()).containsExactly("dueDate");
            assertThat(read(target, nulls("duedate")).emptied()).containsExactly("dueDate");
        }
    }

    @Test
    void whereBothNamesAreSentThePluginsOwnCountsAndTheOtherIsNotJudged() {
        Map<String, @Nullable Object> sent =
                new HashMap<>(Map.of("statusId", 3, "status", List.of("x"), "dueDate", "2031-02-03", "duedate", 5));

        assertThat(read(LEGACY, sent).routing().status()).isEqualTo("3");
        assertThat(read(LEGACY, sent).routing().dueDate()).isEqualTo("2031-02-03");
        sent.put("dueDate", null);
        assertThat(read(LEGACY, sent).emptied()).containsExactly("dueDate");
        assertThat(refused(LEGACY, Map.of("status", List.of("x"))).refusal().field())
                .isEqualTo("status");
    }

    @Test
    void whatThePluginsPathMakesNothingOfIsKnownByName() {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        for (String name : List.of("statusId", "status", "message", "noteTitle", "subject", "duedate", "x")) {
            sent.put(name, "y");
        }

        assertThat(UpdateTicketReader.ignored(sent)).containsExactly("message", "subject", "x");
    }

    @Test
    void theRulesOfAShortPathAreAskedForThere() {
        assertThat(read(SHORT, Map.of()).strict()).isTrue();
        assertThat(read(LEGACY, Map.of()).strict()).isFalse();
    }

    @Test
    void subjectTeamAndFormFieldsAreForShortPathsOnly() {
        Map<String, Object> sent = Map.of("subject", "New", "teamId", 1, "severity", "Major", "tags", List.of("a"));

        UpdateTicket legacy = read(LEGACY, sent);
        assertThat(legacy.subject()).isNull();
        assertThat(legacy.routing().team()).isNull();
        assertThat(legacy.fields()).isEmpty();

        UpdateTicket command = read(SHORT, sent);
        assertThat(command.subject()).isEqualTo("New");
        assertThat(command.routing().team()).isEqualTo("1");
        assertThat(command.fields()).containsOnlyKeys("severity", "tags").containsEntry("tags", List.of("a"));
    }

    @Test
    void aFormFieldMayBeEmptiedWithNull() {
        assertThat(read(SHORT, nulls("severity")).fields()).containsEntry("severity", null);
    }

    @Test
    void internalsOfTheCoreAreNoFormFields() {
        assertThat(read(SHORT, Map.of("uid", 1, "deptId", 2, "message", "x", "format", "html", "ip", "192.0.2.1"))
                        .fields())
                .isEmpty();
    }

    @Test
    void aNoteIsMarkdownWithoutTitleUnlessItSaysSo() {
        UpdateTicket.Note note = note(Map.of("note", " # x\n"));

        assertThat(note.body()).isEqualTo(" # x\n");
        assertThat(note.format()).isEqualTo("markdown");
        assertThat(note.title()).isNull();
        assertThat(note.attachments()).isEmpty();
        assertThat(note(Map.of("note", "x", "noteTitle", "")).title()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"md, markdown", "' HTML ', html", "plain, text", "txt, text"})
    void theFormatOfANoteIsNormalized(String sent, String format) {
        assertThat(note(Map.of("note", "x", "noteFormat", sent)).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"' ', Format cannot be empty", "rtf, 'Invalid format. Allowed: markdown, html, text'"})
    void anUnknownFormatOfANoteIsRefused(String sent, String text) {
        Refused refused = refused(LEGACY, Map.of("note", "x", "noteFormat", sent));

        assertThat(refused.refusal().status()).isEqualTo(400);
        assertThat(refused.refusal().text()).isEqualTo(text);
        assertThat(refused.refusal().field()).isEqualTo("noteFormat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "noteTitle", "noteFormat"})
    void theMembersOfANoteAreText(String field) {
        Map<String, Object> sent = new HashMap<>(Map.of("note", "x"));
        for (Object wrong : List.of(5, true, List.of("x"), Map.of())) {
            sent.put(field, wrong);

            assertThat(refused(LEGACY, sent).refusal().text()).isEqualTo("Invalid value for " + field);
        }
    }

    @Test
    void withoutANoteNothingThatBelongsToOneIsLookedAt() {
        for (String blank : List.of("", "  \n ", "\u0000\u000B")) {
            assertThat(read(LEGACY, Map.of("note", blank, "noteFormat", 5, "attachments", "x"))
                            .note())
                    .isNull();
        }
        assertThat(read(LEGACY, Map.of("noteTitle", 5, "attachments", List.of(Map.of("a", "b"))))
                        .note())
                .isNull();
    }

    @Test
    void aNoteOfZeroHasNoContent() {
        assertThat(refused(LEGACY, Map.of("note", "0")).refusal().text())
                .isEqualTo("Failed to post note: Note content is required");
    }

    @Test
    void everyFileOfANoteIsDecoded() {
        UpdateTicket.Note note = note(Map.of(
                "note",
                "see files",
                "attachments",
                List.of(Map.of("a.txt", "data:text/plain;charset=utf-8;base64,aGVsbG8="), Map.of("b.txt", "data:,b"))));

        assertThat(note.attachments()).extracting(file -> file.name()).containsExactly("a.txt", "b.txt");
    }

    private static UpdateTicket read(RequestTarget target, Map<String, ? extends @Nullable Object> fields) {
        return UpdateTicketReader.read(target, new LinkedHashMap<>(fields), "192.0.2.7");
    }

    private static UpdateTicket.Note note(Map<String, Object> fields) {
        return Objects.requireNonNull(read(LEGACY, fields).note());
    }

    private static Refused refused(RequestTarget target, Map<String, Object> fields) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, () -> read(target, fields)));
    }

    private static Map<String, @Nullable Object> nulls(String... fields) {
        Map<String, @Nullable Object> sent = new HashMap<>();
        Arrays.stream(fields).forEach(field -> sent.put(field, null));
        return sent;
    }
}
