package dev.ticketwire.command.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refusal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Priority, subject, form fields and notes, on a real database with the demo help desk. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class AnswersAndNotesIT extends UpdateTestCase {
    @Test
    void aPriorityIsNamedByIdTagOrDescription() throws SQLException {
        desk.change(TestUpdate.of("480113").with("priority", "EMERGENCY"));
        desk.change(TestUpdate.of("R-0001").with("priority", "1"));

        assertThat(desk.row("SELECT value, value_id FROM {form_entry_values} WHERE entry_id = 7 AND field_id = 12"))
                .isEqualTo(Map.of("value", "Emergency", "value_id", 4L));
        assertThat(desk.column("SELECT priority FROM {ticket__cdata} WHERE ticket_id IN (1, 2) ORDER BY ticket_id"))
                .containsExactly("4", "1");
        assertThat(desk.column(1, "updated")).startsWith(desk.now());
        assertThat(desk.history(1)).containsExactly("created:U");
    }

    @Test
    void anUnknownPriorityIsRefused() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("priority", "urgentissimo")))
                .isEqualTo(new Refusal("priority-not-found", 404, "Priority not found", "priorityId"));
    }

    @Test
    void aNewSubjectIsWrittenAsTheAgentPanelWritesIt() throws SQLException {
        desk.change(TestUpdate.of("R-0001").with("subject", "Brakes & <b>bell</b>"));

        assertThat(desk.value("SELECT value FROM {form_entry_values} WHERE entry_id = 8 AND field_id = 10"))
                .isEqualTo("Brakes & bell");
        assertThat(desk.value("SELECT subject FROM {ticket__cdata} WHERE ticket_id = 2"))
                .isEqualTo("Brakes & bell");
        assertThat(desk.history(2).getLast())
                .isEqualTo("edited {\"0\":\"Brake squeaks on guest bike\",\"1\":\"Brakes & bell\","
                        + "\"fields\":{\"10\":[\"Brake squeaks on guest bike\",\"Brakes & bell\"]}}:S");
        assertThat(desk.row("SELECT title, content FROM {_search} WHERE object_type = 'T' AND object_id = 2"))
                .isEqualTo(Map.of(
                        "title", "R-0001 Brakes & bell",
                        "content", "Brakes & bell\nBrake\nYes\nIn the yard behind the hostel\nHB-0217"));
        assertThat(desk.ticket(2, "lastupdate, updated"))
                .isEqualTo(Map.of("lastupdate", desk.now(), "updated", desk.now()));
    }

    @Test
    void aSubjectThatLooksLikeAFormulaOrIsMissingIsRefused() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("subject", "=1+1")))
                .isEqualTo(new Refusal(
                        "invalid-answer",
                        400,
                        "Content cannot start with the following characters: = - + @",
                        "subject"));
        assertThat(desk.refused(TestUpdate.of("480113").with("subject", "")).text())
                .isEqualTo("Summary is a required field");
    }

    @Test
    void fieldsOfAllFormsOfTheTicketAreAnsweredByName() throws SQLException {
        desk.change(TestUpdate.of("R-0001")
                .answer("bike", null)
                .answer("part", "wheel")
                .answer("rideable", false));

        assertThat(desk.column(
                        "SELECT value FROM {form_entry_values} WHERE entry_id IN (8, 9) AND field_id IN (13, 50, 51)"
                                + " ORDER BY field_id"))
                .containsExactly(null, "{\"wheel\":\"Wheel\"}", "0");
        assertThat(desk.value("SELECT bike FROM {ticket__cdata} WHERE ticket_id = 2"))
                .isEmpty();
        assertThat(desk.history(2))
                .contains("edited {\"0\":\"HB-0217\",\"1\":null,\"fields\":{\"13\":[\"HB-0217\",null]}}:S")
                .hasSize(6);
        assertThat(desk.value("SELECT content FROM {_search} WHERE object_type = 'T' AND object_id = 2"))
                .contains("Wheel")
                .doesNotContain("HB-0217");
    }

    @ParameterizedTest
    @CsvSource({"part, nope", "part, 5", "rideable, maybe"})
    void anAnswerThatIsNoChoiceIsRefusedAndChangesNothing(String field, String sent) throws SQLException {
        String before = desk.everythingOf(2);

        Refusal refusal = desk.refused(TestUpdate.of("R-0001")
                .with("subject", "Changed")
                .answer(field, sent)
                .with("note", "x"));

        assertThat(refusal.code()).isEqualTo("invalid-answer");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(desk.everythingOf(2)).isEqualTo(before);
    }

    @Test
    void aChoiceMayBeNamedByItsLabel() throws SQLException {
        desk.change(TestUpdate.of("R-0001").answer("part", "Wheel"));

        assertThat(desk.value("SELECT value FROM {form_entry_values} WHERE entry_id = 9 AND field_id = 50"))
                .isEqualTo("{\"wheel\":\"Wheel\"}");
    }

    @Test
    void aFieldWithoutAnAnswerRowGetsOne() throws SQLException {
        desk.run("DELETE FROM {form_entry_values} WHERE entry_id = 7 AND field_id = 13");
        desk.run("DELETE FROM {ticket__cdata} WHERE ticket_id = 1");

        desk.change(TestUpdate.of("480113").answer("bike", "HB-0001"));

        assertThat(desk.value("SELECT value FROM {form_entry_values} WHERE entry_id = 7 AND field_id = 13"))
                .isEqualTo("HB-0001");
        assertThat(desk.value("SELECT bike FROM {ticket__cdata} WHERE ticket_id = 1"))
                .isEqualTo("HB-0001");
    }

    @Test
    void fieldsTheTicketDoesNotHaveAreIgnored() throws SQLException {
        String before = desk.everythingOf(1);

        desk.change(TestUpdate.of("480113")
                .answer("place", "Pier 3")
                .answer("colour", "red")
                .answer("message", "x"));

        assertThat(desk.everythingOf(1)).isEqualTo(before);
    }

    @Test
    void aNoteLeavesTheTicketAsItIs() throws SQLException {
        String row = desk.column(4, "CONCAT(updated, lastupdate, status_id)");

        desk.change(TestUpdate.of("517204").with("note", "# Paid\n\n**twice**"));

        assertThat(desk.row("SELECT thread_id, staff_id, user_id, type, flags, poster, source, title, body, format,"
                        + " ip_address, CAST(updated AS CHAR) AS updated FROM {thread_entry} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("thread_id", 4L),
                        Map.entry("staff_id", 0L),
                        Map.entry("user_id", 0L),
                        Map.entry("type", "N"),
                        Map.entry("flags", 192L),
                        Map.entry("poster", "API"),
                        Map.entry("source", ""),
                        Map.entry("title", "API Update"),
                        Map.entry("body", "# Paid\n\n**twice**"),
                        Map.entry("format", "markdown"),
                        Map.entry("ip_address", "192.0.2.9"),
                        Map.entry("updated", "0000-00-00 00:00:00")));
        assertThat(desk.column(4, "CONCAT(updated, lastupdate, status_id)")).isEqualTo(row);
        assertThat(desk.history(4)).hasSize(2);
        assertThat(desk.value("SELECT COUNT(*) FROM {_search} s JOIN {thread_entry} e ON e.id = s.object_id"
                        + " WHERE s.object_type = 'H' AND e.poster = 'API'"))
                .isEqualTo("0");
    }

    @Test
    void aNoteHasTheTitleAndTheFormatItWasSentWith() throws SQLException {
        desk.change(TestUpdate.of("480113")
                .with("note", "<p>a</p><script>x</script>")
                .with("title", "My <b>title</b> & more")
                .with("format", "html"));
        desk.change(
                TestUpdate.of("480113").with("note", "a < b").with("title", "").with("format", "text"));

        assertThat(desk.column("SELECT CONCAT_WS('|', title, format, body) FROM {thread_entry} WHERE poster = 'API'"
                        + " ORDER BY id"))
                .containsExactly("My title &amp; more|html|<p>a</p>", "text|a &lt; b");
    }

    @Test
    void filesHangOnTheNoteAndWhatCannotBeStoredIsToldBefore() throws SQLException {
        desk.change(TestUpdate.of("480113")
                .with("note", "see file")
                .file(new Attachment("a.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8), null))
                .file(new Attachment("b.txt", "text/plain", new byte[0], "Poorly encoded base64 data")));

        assertThat(desk.column("SELECT CONCAT_WS('|', poster, title, body, flags, format) FROM {thread_entry}"
                        + " WHERE thread_id = 1 AND type = 'N' ORDER BY id"))
                .containsExactly(
                        "SYSTEM|File Import Error|b.txt: Poorly encoded base64 data|128|text",
                        "API|API Update|see file|192|markdown");
        assertThat(desk.row("SELECT f.name, f.type, f.size, a.inline, e.poster, c.filedata FROM {attachment} a"
                        + " JOIN {file} f ON f.id = a.file_id JOIN {file_chunk} c ON c.file_id = f.id"
                        + " JOIN {thread_entry} e ON e.id = a.object_id WHERE a.type = 'H' AND e.thread_id = 1"))
                .isEqualTo(Map.of(
                        "name", "a.txt",
                        "type", "text/plain",
                        "size", 5L,
                        "inline", 0L,
                        "poster", "API",
                        "filedata", "hello"));
    }

    @Test
    void aNoteOfSixtyFiveThousandCharactersIsKeptAsAFile() throws SQLException {
        desk.change(TestUpdate.of("480113").with("note", "0123456789".repeat(7000)));

        assertThat(desk.row(
                        "SELECT e.body, f.size, a.inline FROM {thread_entry} e JOIN {attachment} a ON a.object_id = e.id"
                                + " JOIN {file} f ON f.id = a.file_id WHERE e.poster = 'API'"))
                .isEqualTo(Map.of("body", "", "size", 70000L, "inline", 1L));
    }

    @Test
    void aNoteWithoutContentOrInAnUnknownFormatIsRefused() throws SQLException {
        assertThat(desk.refused(TestUpdate.of("480113").with("note", "0")))
                .isEqualTo(new Refusal("note-empty", 400, "Failed to post note: Note content is required", "note"));
        assertThat(desk.refused(TestUpdate.of("480113").with("note", "x").with("format", ""))
                        .text())
                .isEqualTo("Format cannot be empty");
        assertThat(desk.refused(TestUpdate.of("480113").with("note", "x").with("format", "rtf")))
                .isEqualTo(new Refusal(
                        "format-unknown", 400, "Invalid format. Allowed: markdown, html, text", "noteFormat"));
    }

    @Test
    void theNoteOfARefusedCommandIsNotPosted() throws SQLException {
        desk.refused(TestUpdate.of("480113").with("note", "x").with("status", "5"));

        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry} WHERE poster = 'API'"))
                .isEqualTo("0");
    }
}
