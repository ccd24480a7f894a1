package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.Attachment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Mails that answer something, and such as only seem to. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class AnsweringMailsIT extends AtTheLetterbox {
    @Test
    void aBannedSenderIsTurnedAwayEvenFromATicket() throws SQLException {
        Result result = apply(Incoming.from("No", "nobody@spam.example").about("[#480113]"))
                .getFirst();

        assertThat(Sandbox.refusal(result).code()).isEqualTo("ticket-denied");
    }

    @Test
    void theOwnersMailWithTheNumberInItsSubjectIsAMessage() throws SQLException {
        Result.Applied applied = taken(ayla().about("Re: Where [#480113]").id("<m1@mail.example>"));

        assertThat(applied.number()).isEqualTo("480113");
        assertThat(desk.row(ENTRY, 1))
                .isEqualTo(Map.ofEntries(
                        Map.entry("type", "M"),
                        Map.entry("pid", 1L),
                        Map.entry("staff_id", 0L),
                        Map.entry("user_id", 1L),
                        Map.entry("flags", 512L),
                        Map.entry("poster", "Ayla Demir"),
                        Map.entry("source", "Email"),
                        Map.entry("title", "none"),
                        Map.entry("body", "Hello by mail"),
                        Map.entry("format", "text"),
                        Map.entry("ip_address", "127.0.0.1"),
                        Map.entry("recipients", "{\"to\":[\"Harbour Bikes <hello@harbourbikes.example>\"]}")));
        assertThat(desk.row("SELECT isanswered, lastupdate FROM {ticket} WHERE ticket_id = 1"))
                .isEqualTo(Map.of("isanswered", 0L, "lastupdate", desk.now()));
        assertThat(desk.value("SELECT mid FROM {thread_entry_email}")).isEqualTo("<m1@mail.example>");
        assertThat(Objects.requireNonNull(applied.answer()).path("entryId").asInt())
                .isPositive();
    }

    @Test
    void aNumberInTheSubjectIsNoKeyForStrangersAndAgents() throws SQLException {
        List<Result> results = apply(
                nina().about("Re: [#480113]"),
                Incoming.from("Mira", "mira@harbourbikes.example").about("Re: [#480113]"));

        assertThat(results)
                .allSatisfy(
                        result -> assertThat(Sandbox.applied(result).number()).isNotEqualTo("480113"));
    }

    @Test
    void aMailThatAnswersAnEntryIsFoundByItsReferences() throws SQLException {
        Result.Applied first = taken(ayla().id("<m1@mail.example>"));

        Result.Applied second =
                taken(ayla().about("other words").id("<m2@mail.example>").answering("<x@y>", "<m1@mail.example>"));

        assertThat(second.ticketId()).isEqualTo(first.ticketId());
        assertThat(desk.value(
                        "SELECT e.body FROM {thread_entry} e JOIN {thread_entry} a ON a.pid = e.id"
                                + " JOIN {thread} h ON h.id = a.thread_id WHERE h.object_id = ?",
                        first.ticketId()))
                .isEqualTo("Hello by mail");
    }

    @Test
    void whatOthersAnswerIsANoteForTheAgents() throws SQLException {
        Result.Applied first = taken(ayla().id("<m1@mail.example>"));

        taken(nina().about("Me too").answering("<m1@mail.example>"));
        Map<String, Object> strangers = desk.row(ENTRY, first.ticketId());
        taken(Incoming.from("M", "mira@harbourbikes.example").answering("<m1@mail.example>"));
        Map<String, Object> agents = desk.row(ENTRY, first.ticketId());

        assertThat(strangers)
                .containsEntry("type", "N")
                .containsEntry("poster", "Nina New <nina@example.org>")
                .containsEntry("title", "Me too");
        assertThat(agents)
                .containsEntry("type", "N")
                .containsEntry("staff_id", 1L)
                .containsEntry("poster", "Mira Holm");
    }

    @Test
    void aMailOnAClosedTicketOpensItAgainUnlessAMachineSentIt() throws SQLException {
        Incoming mail = Incoming.from("Chiara", "chiara@mail.example").about("#744012: still broken");
        taken(mail.byMachine());
        String before = desk.value("SELECT status_id FROM {ticket} WHERE ticket_id = 9");

        taken(Incoming.from("Chiara", "chiara@mail.example").about("#744012: still broken"));

        assertThat(before).isEqualTo("2");
        assertThat(desk.value("SELECT status_id FROM {ticket} WHERE ticket_id = 9"))
                .isEqualTo("1");
        assertThat(desk.row("SELECT username, uid_type FROM {thread_event} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.of("username", "SYSTEM", "uid_type", "S"));
    }

    @Test
    void aMailThatComesTwiceIsOneEntry() throws SQLException {
        List<Result> sameWave = apply(ayla().id("<m1@mail.example>"), nina(), ayla().id("<m1@mail.example>"));
        Result.Applied later = taken(ayla().id("<m1@mail.example>").about("[#480113]"));

        long ticket = Sandbox.applied(sameWave.get(0)).ticketId();
        assertThat(Sandbox.applied(sameWave.get(2)).ticketId()).isEqualTo(ticket);
        assertThat(later.ticketId()).isEqualTo(ticket);
        assertThat(String.valueOf(later.answer())).isEqualTo("{\"existing\":true}");
        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry_email} WHERE mid = '<m1@mail.example>'"))
                .isEqualTo("1");
        assertThat(desk.value("SELECT COUNT(*) FROM ticketwire_external_id")).isEqualTo("0");
    }

    @Test
    void anAnswerInTheSameWaveFindsItsMail() throws SQLException {
        List<Result> results = apply(ayla().id("<m1@mail.example>"), ayla().answering("<m1@mail.example>"));

        assertThat(Sandbox.applied(results.get(1)).ticketId())
                .isEqualTo(Sandbox.applied(results.get(0)).ticketId());
    }

    @Test
    void whatIsQuotedBelowTheSeparatorIsNotStoredAgain() throws SQLException {
        committed("INSERT INTO {config} (namespace, `key`, value, updated) VALUES"
                + " ('core', 'strip_quoted_reply', '1', NOW())");
        try {
            taken(ayla().about("[#480113]").saying("Thanks!\n\n> ~~ write above this line ~~\n> Hello", "text"));

            assertThat(desk.row(ENTRY, 1)).containsEntry("body", "Thanks!");
        } finally {
            commit("DELETE FROM {config} WHERE `key` = 'strip_quoted_reply'");
        }
    }

    @Test
    void filesOfAMailAreStoredWithItsEntry() throws SQLException {
        Attachment file = new Attachment("a.txt", "text/plain", "Hello".getBytes(StandardCharsets.UTF_8), null);
        Result.Applied opened = taken(nina().file(file));
        Result.Applied answered = taken(ayla().about("[#480113]").file(file));

        assertThat(desk.column(
                        "SELECT f.name FROM {file} f JOIN {attachment} a ON a.file_id = f.id AND a.type = 'H'"
                                + " JOIN {thread_entry} e ON e.id = a.object_id JOIN {thread} h ON h.id = e.thread_id"
                                + " WHERE h.object_id IN (?, ?)",
                        opened.ticketId(),
                        answered.ticketId()))
                .containsExactly("a.txt", "a.txt");
    }

    @Test
    void theSameMailInTheHandsOfAnotherWorkerIsWaitedFor() throws Exception {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO ticketwire_external_id VALUES (0, '<m1@mail.example>', 0, NOW())");

            CompletableFuture<Result> second =
                    CompletableFuture.supplyAsync(() -> takenElsewhere(ayla().id("<m1@mail.example>")));
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> !second.isDone());
            statement.executeUpdate("DELETE FROM ticketwire_external_id WHERE api_key_id = 0");
            other.commit();

            assertThat(second.get(20, TimeUnit.SECONDS)).isInstanceOf(Result.Applied.class);
        }
    }

    private Result takenElsewhere(Incoming mail) {
        try {
            return apply(mail).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
