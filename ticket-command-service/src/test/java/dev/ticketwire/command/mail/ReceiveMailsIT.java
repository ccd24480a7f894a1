package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.command.Attachment;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The handler on a real database with the demo help desk; each test in a transaction that is rolled back. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class ReceiveMailsIT {
    private static final String ENTRY =
            "SELECT e.type, e.pid, e.staff_id, e.user_id, e.flags, e.poster, e.source, IFNULL(e.title, 'none') AS title,"
                    + " e.body, e.format, e.ip_address, IFNULL(e.recipients, 'none') AS recipients FROM {thread_entry} e"
                    + " JOIN {thread} h ON h.id = e.thread_id WHERE h.object_id = ? ORDER BY e.id DESC LIMIT 1";

    @Inject
    AgroalDataSource database;

    @Inject
    ReferenceSnapshot snapshot;

    @Inject
    ReceiveMails handler;

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
    void aMailOfSomebodyNewBecomesATicketAsOsticketMakesIt() throws SQLException {
        Incoming mail = nina();

        Result.Applied applied = taken(mail);

        long id = applied.ticketId();
        long user = Long.parseLong(desk.value("SELECT user_id FROM {user_email} WHERE address = 'nina@example.org'"));
        assertThat(desk.row(
                        "SELECT number, user_id, status_id, dept_id, sla_id, email_id, staff_id, source, ip_address,"
                                + " isanswered, est_duedate IS NOT NULL AS due FROM {ticket} WHERE ticket_id = ?",
                        id))
                .isEqualTo(Map.ofEntries(
                        Map.entry("number", applied.number()),
                        Map.entry("user_id", user),
                        Map.entry("status_id", 1L),
                        Map.entry("dept_id", 1L),
                        Map.entry("sla_id", 1L),
                        Map.entry("email_id", 1L),
                        Map.entry("staff_id", 0L),
                        Map.entry("source", "Email"),
                        Map.entry("ip_address", "127.0.0.1"),
                        Map.entry("isanswered", 0L),
                        Map.entry("due", 1L)));
        assertThat(desk.row(ENTRY, id))
                .isEqualTo(Map.ofEntries(
                        Map.entry("type", "M"),
                        Map.entry("pid", 0L),
                        Map.entry("staff_id", 0L),
                        Map.entry("user_id", user),
                        Map.entry("flags", 513L),
                        Map.entry("poster", "Nina New"),
                        Map.entry("source", "Email"),
                        Map.entry("title", "By mail"),
                        Map.entry("body", "Hello by mail"),
                        Map.entry("format", "text"),
                        Map.entry("ip_address", "127.0.0.1"),
                        Map.entry("recipients", "{\"to\":[\"Harbour Bikes <hello@harbourbikes.example>\"]}")));
        assertThat(desk.row(
                        "SELECT m.email_id IS NULL AS nowhere, m.mid, m.headers FROM {thread_entry_email} m"
                                + " JOIN {thread_entry} e ON e.id = m.thread_entry_id WHERE e.user_id = ?",
                        user))
                .isEqualTo(Map.of("nowhere", 1L, "mid", "<command@ticketwire>", "headers", mail.headers()));
        assertThat(desk.column(
                        "SELECT CONCAT_WS('|', sort, extra) FROM {form_entry}"
                                + " WHERE object_type = 'T' AND object_id = ?",
                        id))
                .containsExactly("1");
        assertThat(desk.column("SELECT CONCAT(object_type, ': ', title, ' | ', content) FROM {_search}"
                        + " WHERE title LIKE '%By mail' OR title = 'Nina New' ORDER BY object_type"))
                .containsExactly(
                        "H: By mail | Hello by mail",
                        "T: " + applied.number() + " By mail | By mail",
                        "U: Nina New |  nina@example.org\nnina@example.org");
        assertThat(desk.history(id)).containsExactly("created:U");
        assertThat(applied.answer()).isNull();
    }

    @Test
    void theMailboxDecidesAboutTheDepartment() throws SQLException {
        Result.Applied applied =
                taken(nina().to("Accounts@HarbourBikes.example").about(""));

        assertThat(desk.row(
                        "SELECT t.dept_id, t.email_id, c.subject FROM {ticket} t"
                                + " JOIN {ticket__cdata} c ON c.ticket_id = t.ticket_id WHERE t.ticket_id = ?",
                        applied.ticketId()))
                .isEqualTo(Map.of("dept_id", 4L, "email_id", 3L, "subject", "[No Subject]"));
    }

    @Test
    void aMailToNoMailboxCameInAtTheDefaultOneAndNamesEveryRecipient() throws SQLException {
        Result.Applied applied = taken(Incoming.from("", "nina.new@example.org")
                .to("bikes@elsewhere.example")
                .copy("Otto", "otto@example.org"));

        assertThat(desk.value("SELECT email_id FROM {ticket} WHERE ticket_id = ?", applied.ticketId()))
                .isEqualTo("1");
        assertThat(desk.row(ENTRY, applied.ticketId()))
                .containsEntry("poster", "Nina New")
                .containsEntry("flags", 257L)
                .containsEntry(
                        "recipients", "{\"to\":[\"bikes@elsewhere.example\"],\"cc\":[\"Otto <otto@example.org>\"]}");
    }

    @Test
    void filtersOfMailsAndOfTheirMailboxApply() throws SQLException {
        committed(
                "INSERT INTO {filter} (id, execorder, isactive, target, email_id, name, created, updated) VALUES"
                        + " (90, 2, 1, 'Email', 3, 'Accounts only', NOW(), NOW())",
                "INSERT INTO {filter_rule} (id, filter_id, what, how, val, isactive, created, updated) VALUES"
                        + " (90, 90, 'addressee', 'contains', 'accounts@', 1, NOW(), NOW())",
                "INSERT INTO {filter_action} (id, filter_id, sort, type, configuration, updated) VALUES"
                        + " (90, 90, 1, 'pri', '{\"priority\":\"4\"}', NOW())");
        try {
            Result.Applied urgent = taken(nina().to("accounts@harbourbikes.example"));
            Result.Applied other = taken(nina().copy("", "accounts@harbourbikes.example"));

            assertThat(desk.column(
                            "SELECT priority FROM {ticket__cdata} WHERE ticket_id IN (?, ?) ORDER BY ticket_id",
                            urgent.ticketId(),
                            other.ticketId()))
                    .containsExactly("4", "2");
        } finally {
            commit(
                    "DELETE FROM {filter} WHERE id = 90",
                    "DELETE FROM {filter_rule} WHERE id = 90",
                    "DELETE FROM {filter_action} WHERE id = 90");
        }
    }

    @Test
    void aMailWithoutASenderIsRefusedAsOsticketRefusesIt() throws SQLException {
        assertThat(Sandbox.refusal(apply(Incoming.from("", "")).getFirst()).text())
                .isEqualTo("Unable to create new ticket :user\nIncomplete client information");
    }

    @Test
    void aBannedSenderIsTurnedAwayEvenFromATicket() throws SQLException {
        Result result = apply(Incoming.from("No", "nobody@spam.example").about("[#480113]"))
                .getFirst();

        assertThat(Sandbox.refusal(result).code()).isEqualTo("ticket-denied");
    }

    @Test
    void strangersAreTurnedAwayWhereOnlyKnownOnesMayWrite() throws SQLException {
        committed("UPDATE {config} SET value = '' WHERE `key` = 'accept_unregistered_email'");
        try {
            assertThat(Sandbox.refusal(apply(nina()).getFirst()).code()).isEqualTo("ticket-denied");
            assertThat(apply(ayla()).getFirst()).isInstanceOf(Result.Applied.class);
        } finally {
            commit("UPDATE {config} SET value = '1' WHERE `key` = 'accept_unregistered_email'");
        }
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
    void aScriptInAMailIsNotStored() throws SQLException {
        Result.Applied applied = taken(nina().saying("<p>Hi<script>alert(1)</script></p>", "html"));

        assertThat(desk.row(ENTRY, applied.ticketId()))
                .containsEntry("body", "<p>Hi</p>")
                .containsEntry("flags", 577L);
    }

    @Test
    void aMailNeedNotAnswerTheFieldsOfAForm() throws SQLException {
        committed("UPDATE {form_field} SET flags = flags | 0x400 WHERE id IN (3, 13)");
        try {
            assertThat(apply(nina()).getFirst()).isInstanceOf(Result.Applied.class);
        } finally {
            commit("UPDATE {form_field} SET flags = 13057 WHERE id IN (3, 13)");
        }
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

    @Test
    void manyTakeAsManyStatementsAsOne() throws SQLException {
        apply(nina());

        long before = desk.questions();
        apply(nina().id("<1@mail.example>"));
        long between = desk.questions();
        apply(nina().id("<2@mail.example>"), ayla().id("<3@mail.example>"), nina().id("<4@mail.example>"));

        assertThat(desk.questions() - between).isEqualTo(between - before);
    }

    private Result takenElsewhere(Incoming mail) {
        try {
            return apply(mail).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Incoming nina() {
        return Incoming.from("Nina New", "nina@example.org");
    }

    private static Incoming ayla() {
        return Incoming.from("Ayla", "ayla@mail.example");
    }

    private Result.Applied taken(Incoming mail) throws SQLException {
        return Sandbox.applied(apply(mail).getFirst());
    }

    private List<Result> apply(Incoming... mails) throws SQLException {
        return desk.apply(handler, Arrays.stream(mails).map(Incoming::command).toList());
    }

    /** Settings are read apart from the test's transaction. */
    private void committed(String... statements) throws SQLException {
        commit(statements);
        desk.close();
        begin();
    }

    private void commit(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(TablePrefix.named(sql));
            }
        }
    }
}
