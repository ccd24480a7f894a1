package dev.ticketwire.command.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.contract.problem.Refusal;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The handler on a real database with the demo help desk; each test in a transaction that is rolled back. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class PostRepliesIT {
    private static final String NEWEST =
            "SELECT type, pid, staff_id, user_id, flags, poster, source, IFNULL(title, 'none') AS title, body, format,"
                    + " ip_address, IFNULL(recipients, 'none') AS recipients FROM {thread_entry} WHERE id = ?";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    PostReplies handler;

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
    void anAgentsReplyIsWhatThePanelWouldHaveWritten() throws SQLException {
        int entry = posted(TestReply.to("731950").byAgent("mira@harbourbikes.example"));

        assertThat(desk.row(NEWEST, entry))
                .isEqualTo(Map.ofEntries(
                        Map.entry("type", "R"),
                        Map.entry("pid", 12L),
                        Map.entry("staff_id", 1L),
                        Map.entry("user_id", 0L),
                        Map.entry("flags", 0x240L),
                        Map.entry("poster", "Mira Holm"),
                        Map.entry("source", ""),
                        Map.entry("title", "none"),
                        Map.entry("body", "<p>Thank you.</p>"),
                        Map.entry("format", "html"),
                        Map.entry("ip_address", "192.0.2.9"),
                        Map.entry("recipients", "{\"to\":{\"4\":\"Sean O'Dowd <sean@mail.example>\"}}")));
        assertThat(desk.row(
                        "SELECT t.staff_id, t.isanswered, t.lastupdate, h.lastresponse, h.lastmessage FROM {ticket} t"
                                + " JOIN {thread} h ON h.object_id = t.ticket_id WHERE t.ticket_id = 8"))
                .isEqualTo(Map.of(
                        "staff_id",
                        1L,
                        "isanswered",
                        1L,
                        "lastupdate",
                        "2026-01-09 14:20:00",
                        "lastresponse",
                        desk.now(),
                        "lastmessage",
                        "2026-01-09 14:20:00"));
        assertThat(desk.column(
                        "SELECT content FROM {_search} WHERE object_type = 'H' AND title = '' AND object_id = ?",
                        entry))
                .containsExactly("Thank you.");
        assertThat(desk.history(8)).containsExactly("created:U");
    }

    @Test
    void aTicketOfSomebodyStaysWithThem() throws SQLException {
        posted(TestReply.to("R-0001").byAgent("1"));

        assertThat(desk.value("SELECT staff_id FROM {ticket} WHERE ticket_id = 2"))
                .isEqualTo("2");
    }

    @Test
    void anAnsweredTicketStaysClosed() throws SQLException {
        posted(TestReply.to("517204").byAgent("ines"));

        assertThat(desk.row("SELECT status_id, updated FROM {ticket} WHERE ticket_id = 4"))
                .isEqualTo(Map.of("status_id", 3L, "updated", "2026-01-07 15:30:00"));
    }

    @Test
    void aCustomersMessageOpensAClosedTicketAgain() throws SQLException {
        int entry = posted(TestReply.to("744012").saying("It is **broken**", "markdown"));

        assertThat(desk.row(
                        "SELECT type, pid, user_id, flags, poster, body, format FROM {thread_entry} WHERE id = ?",
                        entry))
                .isEqualTo(Map.of(
                        "type", "M",
                        "pid", 0L,
                        "user_id", 3L,
                        "flags", 64L,
                        "poster", "Chiara Neri",
                        "body", "It is **broken**",
                        "format", "markdown"));
        assertThat(desk.row(
                        "SELECT status_id, staff_id, isanswered, closed IS NULL AS open, reopened, lastupdate, updated,"
                                + " est_duedate IS NOT NULL AS due FROM {ticket} WHERE ticket_id = 9"))
                .isEqualTo(Map.of(
                        "status_id", 1L,
                        "staff_id", 1L,
                        "isanswered", 0L,
                        "open", 1L,
                        "reopened", desk.now(),
                        "lastupdate", desk.now(),
                        "updated", desk.now(),
                        "due", 1L));
        assertThat(desk.history(9))
                .containsExactly("created:U", "closed {\"status\":[2,\"Resolved\"]}:S", "reopened:S");
        assertThat(desk.row("SELECT username, uid IS NULL AS nobody FROM {thread_event} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.of("username", "Chiara Neri", "nobody", 1L));
        assertThat(desk.column("SELECT annulled FROM {thread_event} WHERE thread_id = 9 AND event_id = 2"))
                .containsExactly("1");
        assertThat(desk.value("SELECT lastmessage FROM {thread} WHERE id = 9")).startsWith(desk.now());
    }

    @Test
    void aMessageOnATicketThatMustStayClosedIsPostedAllTheSame() throws SQLException {
        desk.run("UPDATE {ticket} SET status_id = 4 WHERE ticket_id = 9");

        posted(TestReply.to("744012"));

        assertThat(desk.value("SELECT status_id FROM {ticket} WHERE ticket_id = 9"))
                .isEqualTo("4");
    }

    @Test
    void aCollaboratorMayWriteAndAStrangerMayNot() throws SQLException {
        desk.run("INSERT INTO {thread_collaborator} (flags, thread_id, user_id, role, created, updated)"
                + " VALUES (3, 1, 2, 'M', NOW(), NOW()), (2, 1, 4, 'M', NOW(), NOW())");

        int entry = posted(TestReply.to("480113").from("Desk@Hostel.example"));

        assertThat(desk.row("SELECT user_id, flags, recipients FROM {thread_entry} WHERE id = ?", entry))
                .isEqualTo(Map.of(
                        "user_id", 2L,
                        "flags", 0x240L,
                        "recipients", "{\"to\":{\"1\":\"Ayla Demir <ayla@mail.example>\"}}"));
        Refusal refusal =
                new Refusal("not-a-participant", 403, "The ticket's owner or a collaborator has to write it", "email");
        assertThat(apply(
                        TestReply.to("480113").from("sean@mail.example"),
                        TestReply.to("480113").from("new@mail.example")))
                .containsOnly(new Result.Rejected(refusal));
    }

    @Test
    void aRefusalAmongGoodNeighboursTouchesNoneOfThem() throws SQLException {
        List<Result> results = apply(
                TestReply.to("480113"),
                TestReply.to("nowhere"),
                TestReply.to("731950").byAgent("nobody"),
                TestReply.to("731950").saying("0", "text"),
                TestReply.to("731950").saying("x", "rtf"),
                TestReply.to("R-0003").byAgent("2"));

        assertThat(results.subList(1, 5).stream()
                        .map(result -> Sandbox.refusal(result).code()))
                .containsExactly("ticket-not-found", "staff-not-found", "reply-empty", "format-unknown");
        assertThat(results.getFirst()).isInstanceOf(Result.Applied.class);
        assertThat(results.getLast()).isInstanceOf(Result.Applied.class);
        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry} WHERE created = ?", desk.now()))
                .isEqualTo("2");
    }

    @Test
    void twoRepliesOnOneTicketBothCount() throws SQLException {
        List<Result> results =
                apply(TestReply.to("744012"), TestReply.to("744012").byAgent("mira"));

        assertThat(results).hasOnlyElementsOfType(Result.Applied.class);
        assertThat(desk.row("SELECT status_id, isanswered FROM {ticket} WHERE ticket_id = 9"))
                .isEqualTo(Map.of("status_id", 1L, "isanswered", 1L));
    }

    @Test
    void aScriptInAReplyIsNotStored() throws SQLException {
        int entry = posted(TestReply.to("480113").saying("<p onclick=\"x()\">Hi<script>alert(1)</script></p>", "html"));

        assertThat(desk.value("SELECT body FROM {thread_entry} WHERE id = ?", entry))
                .isEqualTo("<p>Hi</p>");
    }

    @Test
    void filesAreStoredAndBadOnesBecomeNotesBeforeTheReply() throws SQLException {
        int entry = posted(TestReply.to("480113")
                .byAgent("mira")
                .file(new Attachment("a.txt", "text/plain", "Hello".getBytes(StandardCharsets.UTF_8), null))
                .file(new Attachment("run.exe", null, new byte[] {1}, null)));

        assertThat(desk.row(
                        "SELECT f.name, f.size, a.inline FROM {attachment} a JOIN {file} f ON f.id = a.file_id"
                                + " WHERE a.type = 'H' AND a.object_id = ?",
                        entry))
                .isEqualTo(Map.of("name", "a.txt", "size", 5L, "inline", 0L));
        assertThat(desk.row("SELECT type, title, body FROM {thread_entry} WHERE id = ?", entry - 1))
                .isEqualTo(Map.of(
                        "type", "N",
                        "title", "File Import Error",
                        "body", "run.exe: File type is not allowed"));
    }

    @Test
    void manyTakeAsManyStatementsAsOne() throws SQLException {
        apply(TestReply.to("731950"));

        long before = desk.questions();
        apply(TestReply.to("R-0003"));
        long between = desk.questions();
        apply(TestReply.to("805533"), TestReply.to("602881"), TestReply.to("R-0002"));

        assertThat(desk.questions() - between).isEqualTo(between - before);
    }

    private int posted(TestReply answer) throws SQLException {
        Result.Applied applied = Sandbox.applied(apply(answer).getFirst());
        return Objects.requireNonNull(applied.answer()).path("entryId").asInt();
    }

    private List<Result> apply(TestReply... answers) throws SQLException {
        return desk.apply(
                handler, Arrays.stream(answers).map(TestReply::command).toList());
    }
}
