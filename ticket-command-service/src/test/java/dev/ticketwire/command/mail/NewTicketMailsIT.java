package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that become tickets of their own. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class NewTicketMailsIT extends ReceiveMailsTestCase {
    @Test
    void aMailOfSomebodyNewBecomesATicketAsOsticketMakesIt() throws SQLException {
        TestMail mail = nina();

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

    @ParameterizedTest
    @ValueSource(strings = {"nina..new.@docomo.example", "o’brien@example.org", "鈴木@example.jp"})
    void addressesThatFormsRefuseMaySendMails(String address) throws SQLException {
        taken(TestMail.from("Nina", address));

        assertThat(desk.value("SELECT COUNT(*) FROM {user_email} WHERE address = '" + address + "'"))
                .isEqualTo("1");
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
        Result.Applied applied = taken(TestMail.from("", "nina.new@example.org")
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
        assertThat(Sandbox.refusal(apply(TestMail.from("", "")).getFirst()).text())
                .isEqualTo("Unable to create new ticket :user\nIncomplete client information");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 30 123456", "=1+1", "-- fwd", "@here", "- printer on fire", "=?utf-7?Q?Gr+APYA3w-e?="})
    void noSubjectRefusesAMail(String subject) throws SQLException {
        Result.Applied applied = taken(nina().about(subject));

        assertThat(desk.value("SELECT subject FROM {ticket__cdata} WHERE ticket_id = ?", applied.ticketId()))
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\uD83C\uDF89", "<urgent>"})
    void aSubjectOfNothingSaysSo(String subject) throws SQLException {
        Result.Applied applied = taken(nina().about(subject));

        assertThat(desk.value("SELECT subject FROM {ticket__cdata} WHERE ticket_id = ?", applied.ticketId()))
                .isEqualTo("[No Subject]");
        assertThat(desk.row(ENTRY, applied.ticketId())).containsEntry("title", "[No Subject]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', nina.new-name@example.org, Nina New-Name",
        "\uD83D\uDE00, smile@example.org, smile",
        "<b></b>, nina@example.org, nina",
        "nina@example.org, nina@example.org, Nina",
    })
    void noNameRefusesAMail(String name, String address, String stored) throws SQLException {
        Result.Applied applied = taken(TestMail.from(name, address));

        assertThat(desk.row(ENTRY, applied.ticketId())).containsEntry("poster", stored);
    }

    @Test
    void aDomainThatCannotBeFoundRefusesNoMail() throws SQLException {
        committed("UPDATE {config} SET value = '1' WHERE `key` = 'verify_email_addrs'");
        try {
            assertThat(apply(TestMail.from("N", "n@does-not-exist.invalid")).getFirst())
                    .isInstanceOf(Result.Applied.class);
        } finally {
            commit("UPDATE {config} SET value = '' WHERE `key` = 'verify_email_addrs'");
        }
    }

    @Test
    void theSenderOwnsTheTicketWhateverReplyToSays() throws SQLException {
        Result.Applied applied = taken(nina().replyTo("Otto", "otto@example.org"));

        assertThat(owner(applied)).isEqualTo("nina@example.org");
    }

    @Test
    void aFilterMayLookAtReplyToWithoutMakingItTheOwner() throws SQLException {
        filter("reply-to", "contains", "otto@", "('pri', '{\"priority\":\"4\"}')");
        try {
            Result.Applied applied = taken(nina().replyTo("Otto", "otto@example.org"));
            Result.Applied without = taken(nina());

            assertThat(owner(applied)).isEqualTo("nina@example.org");
            assertThat(priorities(applied, without)).containsExactly("4", "2");
        } finally {
            noFilter();
        }
    }

    @Test
    void aFilterThatUsesReplyToMakesItTheOwnerAndWhatItDidBeforeStays() throws SQLException {
        filter(
                "email",
                "equal",
                "form@shop.example",
                "('pri', '{\"priority\":\"4\"}')",
                "('replyto', '[]')",
                "('team', '{\"team_id\":\"1\"}')");
        try {
            TestMail form = TestMail.from("Shop", "form@shop.example").replyTo("Vera Visitor", "vera@example.net");
            Result.Applied applied = taken(form);

            assertThat(owner(applied)).isEqualTo("vera@example.net");
            assertThat(desk.row(ENTRY, applied.ticketId())).containsEntry("poster", "Vera Visitor");
            assertThat(priorities(applied)).containsExactly("4");
            assertThat(desk.value("SELECT team_id FROM {ticket} WHERE ticket_id = ?", applied.ticketId()))
                    .isEqualTo("0");
            assertThat(desk.value("SELECT COUNT(*) FROM {user_email} WHERE address = 'form@shop.example'"))
                    .isEqualTo("0");
        } finally {
            noFilter();
        }
    }

    @Test
    void whomTheBanListNamesIsTurnedAwayAsSenderAndAsOwnerByAFilter() throws SQLException {
        filter("email", "equal", "form@shop.example", "('replyto', '[]')");
        try {
            List<Result> results = apply(
                    TestMail.from("No", "nobody@spam.example").replyTo("Nice", "nice@example.org"),
                    TestMail.from("Shop", "form@shop.example").replyTo("No", "nobody@spam.example"),
                    nina().replyTo("No", "nobody@spam.example"));

            assertThat(Sandbox.refusal(results.get(0)).code()).isEqualTo("ticket-denied");
            assertThat(Sandbox.refusal(results.get(1)).code()).isEqualTo("ticket-denied");
            assertThat(results.get(2)).isInstanceOf(Result.Applied.class);
        } finally {
            noFilter();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Priority: 1 (Highest), 3",
        "x-priority: 2, 3",
        "Importance: high, 3",
        "Priority: urgent, 3",
        "X-Priority: 3, 2",
        "Priority: normal, 2",
        "X-Priority: 5, 1",
        "X-MSMail-Priority: Low, 1",
        "Importance: whatever, 2",
    })
    void theSendersPriorityCountsWhereTheHelpDeskAsksForIt(String header, String priority) throws SQLException {
        Result.Applied ignored = taken(nina().header(header));
        committed("INSERT INTO {config} (namespace, `key`, value, updated) VALUES"
                + " ('core', 'use_email_priority', '1', NOW())");
        try {
            Result.Applied asked = taken(nina().header(header).header("X-Priority: 1"));

            assertThat(priorities(asked)).containsExactly(priority);
            assertThat(ignored.number()).isNotEmpty();
        } finally {
            commit("DELETE FROM {config} WHERE `key` = 'use_email_priority'");
        }
    }

    @Test
    void deliveredToNamesTheMailboxWhereToAndCcDoNot() throws SQLException {
        Result.Applied applied =
                taken(nina().to("list@elsewhere.example").deliveredTo("accounts@harbourbikes.example"));
        Result.Applied named = taken(nina().deliveredTo("accounts@harbourbikes.example"));

        assertThat(desk.column(
                        "SELECT CONCAT(dept_id, ' ', email_id) FROM {ticket} WHERE ticket_id IN (?, ?) ORDER BY ticket_id",
                        applied.ticketId(),
                        named.ticketId()))
                .containsExactly("4 3", "1 1");
        assertThat(desk.row(ENTRY, applied.ticketId()))
                .containsEntry(
                        "recipients",
                        "{\"to\":[\"list@elsewhere.example\",\"Harbour Bikes Accounts <accounts@harbourbikes.example>\"]}");
    }

    private String owner(Result.Applied applied) throws SQLException {
        return desk.value(
                "SELECT e.address FROM {ticket} t JOIN {user_email} e ON e.user_id = t.user_id WHERE t.ticket_id = ?",
                applied.ticketId());
    }

    private List<String> priorities(Result.Applied... tickets) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Result.Applied ticket : tickets) {
            found.add(desk.value("SELECT priority FROM {ticket__cdata} WHERE ticket_id = ?", ticket.ticketId()));
        }
        return found;
    }

    /** @param actions {@code ('type', 'configuration')}, in their order */
    private void filter(String what, String how, String value, String... actions) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(
                "INSERT INTO {filter} (id, execorder, isactive, target, email_id, name, created, updated) VALUES"
                        + " (91, 2, 1, 'Email', 0, 'Web form', NOW(), NOW())",
                "INSERT INTO {filter_rule} (id, filter_id, what, how, val, isactive, created, updated) VALUES"
                        + " (91, 91, '" + what + "', '" + how + "', '" + value + "', 1, NOW(), NOW())"));
        for (int i = 0; i < actions.length; i++) {
            statements.add("INSERT INTO {filter_action} (filter_id, sort, updated, type, configuration) VALUES (91, "
                    + i + ", NOW(), " + actions[i].substring(1));
        }
        committed(statements.toArray(String[]::new));
    }

    private void noFilter() throws SQLException {
        commit(
                "DELETE FROM {filter} WHERE id = 91",
                "DELETE FROM {filter_rule} WHERE filter_id = 91",
                "DELETE FROM {filter_action} WHERE filter_id = 91");
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
    void aMailNeedNotAnswerTheFieldsOfAForm() throws SQLException {
        committed("UPDATE {form_field} SET flags = flags | 0x400 WHERE id IN (3, 13)");
        try {
            assertThat(apply(nina()).getFirst()).isInstanceOf(Result.Applied.class);
        } finally {
            commit("UPDATE {form_field} SET flags = 13057 WHERE id IN (3, 13)");
        }
    }

    @Test
    void aScriptInAMailIsNotStored() throws SQLException {
        Result.Applied applied = taken(nina().saying("<p>Hi<script>alert(1)</script></p>", "html"));

        assertThat(desk.row(ENTRY, applied.ticketId()))
                .containsEntry("body", "<p>Hi</p>")
                .containsEntry("flags", 577L);
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
}
