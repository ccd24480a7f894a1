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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails that answer something, and such as only seem to. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class AnsweringMailsIT extends ReceiveMailsTestCase {
    @Test
    void aBannedSenderIsTurnedAwayEvenFromATicket() throws SQLException {
        Result result = apply(TestMail.from("No", "nobody@spam.example").about("[#480113]"))
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
                        Map.entry("poster", "Ayla"),
                        Map.entry("source", "Email"),
                        Map.entry("title", "none"),
                        Map.entry("body", "Hello by mail"),
                        Map.entry("format", "text"),
                        Map.entry("ip_address", ""),
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
                TestMail.from("Mira", "mira@harbourbikes.example").about("Re: [#480113]"));

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
    void whatOthersAnswerIsANoteThatSaysWhoTheyClaimToBe() throws SQLException {
        Result.Applied first = taken(ayla().id("<m1@mail.example>"));
        String answered = desk.value(
                "SELECT e.id FROM {thread_entry} e JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = ?",
                first.ticketId());

        taken(nina().about("Me too").answering("<m1@mail.example>"));
        Map<String, Object> text = desk.row(ENTRY, first.ticketId());
        taken(nina().saying("<p>Me &amp; you</p>", "html").answering("<m1@mail.example>"));
        Map<String, Object> html = desk.row(ENTRY, first.ticketId());

        assertThat(text)
                .containsEntry("type", "N")
                .containsEntry("staff_id", 0L)
                .containsEntry("user_id", 0L)
                .containsEntry("pid", Long.valueOf(answered))
                .containsEntry("flags", 0x80L | 0x200)
                .containsEntry("poster", "Nina New")
                .containsEntry("title", "Unverified sender")
                .containsEntry("body", "Nina New &lt;nina@example.org&gt;\n\nHello by mail");
        assertThat(html).containsEntry("body", "<div>Nina New &lt;nina@example.org&gt;</div><p>Me &amp; you</p>");
        assertThat(desk.value("SELECT COUNT(*) FROM {user_email} WHERE address = 'nina@example.org'"))
                .isEqualTo("0");
    }

    @Test
    void whatAnAgentAnswersIsTheAgentsNote() throws SQLException {
        Result.Applied first = taken(ayla().id("<m1@mail.example>"));

        taken(TestMail.from("M", "mira@harbourbikes.example").answering("<m1@mail.example>"));

        assertThat(desk.row(ENTRY, first.ticketId()))
                .containsEntry("type", "N")
                .containsEntry("staff_id", 1L)
                .containsEntry("title", "none")
                .containsEntry("poster", "Mira Holm")
                .containsEntry("body", "Hello by mail");
    }

    /** 744012 is closed. */
    @ParameterizedTest
    @CsvSource({
        "chiara@mail.example, person, 1",
        "chiara@mail.example, declines, 1",
        "chiara@mail.example, machine, 2",
        "chiara@mail.example, bounce, 2",
        "nina@example.org, person, 1",
        "nina@example.org, declines, 1",
        "nina@example.org, machine, 2",
        "nina@example.org, bounce, 2",
        "mira@harbourbikes.example, person, 1",
        "mira@harbourbikes.example, machine, 2",
    })
    void anAnswerOpensAClosedTicketAgainUnlessAMachineSentIt(String sender, String nature, int status)
            throws SQLException {
        desk.run("UPDATE {ticket} SET isanswered = 1 WHERE ticket_id = 9");
        known(9, "<m9@mail.example>");
        TestMail mail = TestMail.from("N", sender).answering("<m9@mail.example>");

        Result.Applied applied = taken(
                switch (nature) {
                    case "declines" -> mail.declining();
                    case "machine" -> mail.byMachine();
                    case "bounce" -> mail.bounced();
                    default -> mail;
                });

        assertThat(applied.number()).isEqualTo("744012");
        assertThat(desk.row("SELECT status_id, isanswered FROM {ticket} WHERE ticket_id = 9"))
                .isEqualTo(Map.of("status_id", (long) status, "isanswered", 0L));
        boolean isHeard = !nature.equals("bounce") || sender.startsWith("chiara");
        assertThat(desk.value("SELECT COUNT(*) FROM {thread} WHERE object_id = 9 AND lastmessage = ?", desk.now()))
                .isEqualTo(isHeard ? "1" : "0");
    }

    @Test
    void whoOpensATicketAgainIsTheSystem() throws SQLException {
        taken(TestMail.from("Chiara", "chiara@mail.example").about("#744012: still broken"));

        assertThat(desk.row("SELECT username, uid_type FROM {thread_event} ORDER BY id DESC LIMIT 1"))
                .isEqualTo(Map.of("username", "SYSTEM", "uid_type", "S"));
    }

    @Test
    void aTicketThatIsClosedForGoodTakesNoMailButOfAgentsAndMailSystems() throws SQLException {
        committed("UPDATE {ticket_status} SET properties = '{\"allowreopen\":false,\"reopenstatus\":0}' WHERE id = 2");
        try {
            known(9, "<m9@mail.example>");

            List<Result> results = apply(
                    TestMail.from("Chiara", "chiara@mail.example").answering("<m9@mail.example>"),
                    TestMail.from("Chiara", "chiara@mail.example").about("[#744012]"),
                    nina().answering("<m9@mail.example>"),
                    TestMail.from("M", "mira@harbourbikes.example").answering("<m9@mail.example>"),
                    TestMail.from("", "mailer-daemon@mx.example").reportingOn("<m9@mail.example>"));

            assertThat(results)
                    .extracting(result -> Sandbox.applied(result).number().equals("744012"))
                    .containsExactly(false, false, false, true, true);
            assertThat(desk.value("SELECT status_id FROM {ticket} WHERE ticket_id = 9"))
                    .isEqualTo("2");
        } finally {
            commit(
                    "UPDATE {ticket_status} SET properties ="
                            + " '{\"allowreopen\":true,\"reopenstatus\":0,\"description\":\"Solved, may come back.\"}' WHERE id = 2");
        }
    }

    @Test
    void aDeliveryReportBelongsToTheTicketOfTheMailItReportsOn() throws SQLException {
        known(1, "<m1@mail.example>");
        desk.run("UPDATE {ticket} SET isanswered = 1 WHERE ticket_id = 1");
        String before = desk.value("SELECT IFNULL(lastmessage, 'never') FROM {thread} WHERE object_id = 1");

        Result.Applied returned = taken(TestMail.from("Mail System", "mailer-daemon@mx.example")
                .about("Undelivered [#480113]")
                .reportingOn("<other@x.example>", "<m1@mail.example>"));
        Result.Applied unknown = taken(TestMail.from("Ayla", "ayla@mail.example")
                .about("Undelivered [#480113]")
                .reportingOn("<other@x.example>"));

        assertThat(returned.number()).isEqualTo("480113");
        assertThat(desk.row(ENTRY, 1))
                .containsEntry("type", "N")
                .containsEntry("user_id", 0L)
                .containsEntry("poster", "Mail System")
                .containsEntry("title", "Undelivered [#480113]")
                .containsEntry("body", "Hello by mail");
        assertThat(desk.value("SELECT isanswered FROM {ticket} WHERE ticket_id = 1"))
                .isEqualTo("0");
        assertThat(desk.value("SELECT IFNULL(lastmessage, 'never') FROM {thread} WHERE object_id = 1"))
                .isEqualTo(before);
        assertThat(unknown.number()).isNotEqualTo("480113");
    }

    @Test
    void aForgedReplyToMakesNobodyTheOwner() throws SQLException {
        Result.Applied applied = taken(TestMail.from("Mallory", "mallory@example.net")
                .replyTo("Ayla", "ayla@mail.example")
                .about("Re: [#480113]"));

        assertThat(applied.number()).isNotEqualTo("480113");
    }

    @Test
    void anAnswerOnAMergedTicketGoesToTheOneThatTookItIn() throws SQLException {
        String child = String.valueOf(taken(ayla().id("<m1@mail.example>")).ticketId());
        String thread = desk.value("SELECT id FROM {thread} WHERE object_id = ?", child);
        String answered = desk.value("SELECT id FROM {thread_entry} WHERE thread_id = ?", thread);
        desk.run("UPDATE {ticket} SET ticket_pid = 1 WHERE ticket_id = " + child);
        desk.run("UPDATE {thread} SET object_type = 'C' WHERE id = " + thread);
        String number = desk.value("SELECT number FROM {ticket} WHERE ticket_id = ?", child);

        Result.Applied byReference = taken(ayla().answering("<m1@mail.example>"));
        Map<String, Object> first = desk.row(ENTRY, 1);
        Result.Applied byNumber = taken(ayla().about("Re: [#" + number + "]"));
        Map<String, Object> second = desk.row(ENTRY, 1);

        assertThat(byReference.number()).isEqualTo("480113");
        assertThat(byNumber.number()).isEqualTo("480113");
        assertThat(List.of(first, second))
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("flags", 0x400L | 0x200)
                        .containsEntry("pid", Long.valueOf(answered)));
        assertThat(desk.column("SELECT data FROM {thread_entry_merge}"))
                .containsExactly("{\"thread\":" + thread + "}", "{\"thread\":" + thread + "}");
    }

    @ParameterizedTest
    @CsvSource({"1, 480113", "2, 480113", "8, 805533", "0, 805533"})
    void aTicketMergedByItsFlagsStandsForTheOneThatTookItIn(int flags, String holder) throws SQLException {
        desk.run("UPDATE {ticket} SET ticket_pid = 1, flags = " + flags + " WHERE number = '805533'");

        Result.Applied applied = taken(ayla().about("Re: [#805533]"));

        assertThat(applied.number()).isEqualTo(holder);
    }

    @Test
    void ticketsThatWereMergedIntoEachOtherAreNoEndlessSearch() throws SQLException {
        desk.run("UPDATE {ticket} SET ticket_pid = 9 WHERE ticket_id = 1");
        desk.run("UPDATE {ticket} SET ticket_pid = 1 WHERE ticket_id = 9");
        desk.run("UPDATE {thread} SET object_type = 'C' WHERE object_id IN (1, 9)");

        assertThat(apply(ayla().about("[#480113]")).getFirst()).isInstanceOf(Result.Applied.class);
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

    @ParameterizedTest
    @CsvSource({"<OLD1@X>", "<Old1@x>", "<old1@x>"})
    void aReferenceIsFoundInAnyCase(String reference) throws SQLException {
        known(1, "<old1@x>");

        assertThat(taken(ayla().answering(reference)).number()).isEqualTo("480113");
    }

    @Test
    void theReferenceThatIsTheVerySameCountsBeforeOneInAnotherCase() throws SQLException {
        known(9, "<old1@x>");
        known(1, "<OLD1@x>");

        assertThat(taken(ayla().answering("<OLD1@x>")).number()).isEqualTo("480113");
    }

    @Test
    void aMailWhoseIdDiffersInCaseOnlyIsAnAnswerAndNotLost() throws SQLException {
        List<Result> results = apply(ayla().id("<m1@mail.example>"), ayla().id("<M1@mail.example>"));

        long ticket = Sandbox.applied(results.get(0)).ticketId();
        assertThat(Sandbox.applied(results.get(1)).ticketId()).isEqualTo(ticket);
        assertThat(String.valueOf(Sandbox.applied(results.get(1)).answer())).doesNotContain("existing");
        assertThat(desk.value("SELECT COUNT(*) FROM {thread_entry_email} WHERE mid = '<m1@mail.example>'"))
                .isEqualTo("2");
    }

    @Test
    void longIdsThatBeginAlikeAreThoseOfDifferentMails() throws SQLException {
        String start = "<" + "a".repeat(300);
        List<Result> results = apply(
                ayla().id(start + "1@x>"),
                ayla().id(start + "2@x>"),
                ayla().id(start + "1@x>"),
                ayla().answering(start + "2@X>"));

        List<Long> tickets = results.stream()
                .map(result -> (long) Sandbox.applied(result).ticketId())
                .toList();
        assertThat(tickets.get(1)).isNotEqualTo(tickets.get(0));
        assertThat(tickets.subList(2, 4)).containsExactly(tickets.get(0), tickets.get(1));
    }

    @Test
    void aLongIdThatOsTicketHasCutIsFoundByAReference() throws SQLException {
        String id = "<" + "a".repeat(300) + "@x>";
        known(1, id.substring(0, 255));

        assertThat(taken(ayla().answering(id)).number()).isEqualTo("480113");
    }

    @Test
    void aBounceInPlainTextIsADeliveryReportToo() throws SQLException {
        known(1, "<m1@mail.example>");
        String before = desk.value("SELECT IFNULL(lastmessage, 'never') FROM {thread} WHERE object_id = 1");

        Result.Applied applied = taken(TestMail.from("Mail System", "mailer-daemon@mx.example")
                .about("failure notice")
                .bouncing("<other@x.example>", "<m1@mail.example>"));

        assertThat(applied.number()).isEqualTo("480113");
        assertThat(desk.row(ENTRY, 1))
                .containsEntry("type", "N")
                .containsEntry("poster", "Mail System")
                .containsEntry("title", "failure notice");
        assertThat(desk.value("SELECT IFNULL(lastmessage, 'never') FROM {thread} WHERE object_id = 1"))
                .isEqualTo(before);
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

    /** The ticket's first entry came as this mail. */
    private void known(int ticket, String messageId) throws SQLException {
        desk.run("INSERT INTO {thread_entry_email} (thread_entry_id, mid) SELECT MIN(e.id), '" + messageId
                + "' FROM {thread_entry} e JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = " + ticket);
    }

    private Result takenElsewhere(TestMail mail) {
        try {
            return apply(mail).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
