package dev.ticketwire.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.apply.HelpDeskResource;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.ticket.Sandbox;
import dev.ticketwire.contract.identity.Departments;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People and departments that follow a ticket because a mail on it was sent to them as well. */
@QuarkusTest
@QuarkusTestResource(HelpDeskResource.class)
class FollowersByMailIT extends ReceiveMailsTestCase {
    private static final String FOLLOWERS =
            "SELECT CONCAT_WS(' ', e.address, c.flags, c.role) FROM {thread_collaborator} c"
                    + " JOIN {thread} h ON h.id = c.thread_id JOIN {user} u ON u.id = c.user_id"
                    + " JOIN {user_email} e ON e.id = u.default_email_id WHERE h.object_id = ? ORDER BY c.id";

    private static final String REFERRALS = "SELECT CONCAT(r.object_type, r.object_id) FROM {thread_referral} r"
            + " JOIN {thread} h ON h.id = r.thread_id WHERE h.object_id = ? ORDER BY r.object_id";

    @Test
    void whomAMailWasSentToFollowsItsTicket() throws SQLException {
        Result.Applied applied = taken(nina().alsoTo("Carl Copy", "carl@example.net")
                .copy("\"Dora, Head of\"", "dora@example.net")
                .copy("", "emil@example.net")
                .copy("Ayla", "AYLA@mail.example")
                .copy("Again", "carl@example.net")
                .copy("Nina", "nina@example.org")
                .copy("broken", "broken")
                .copy("", "accounts@harbourbikes.example"));

        assertThat(desk.column(FOLLOWERS, applied.ticketId()))
                .containsExactly(
                        "carl@example.net 3 M",
                        "dora@example.net 3 M",
                        "emil@example.net 3 M",
                        "ayla@mail.example 3 M");
        List<String> history = desk.history(applied.ticketId());
        assertThat(history).hasSize(3);
        assertThat(history.get(0)).isEqualTo("created:U");
        assertThat(history.get(1).replaceAll("\"[0-9]+\"", "N"))
                .isEqualTo("collab {\"add\":{N:{\"name\":\"Carl Copy\",\"src\":\"Email (to)\"},"
                        + "N:{\"name\":\"Head of\\\" \\\"Dora\",\"src\":\"Email (cc)\"},"
                        + "N:{\"name\":\"emil\",\"src\":\"Email (cc)\"},"
                        + "N:{\"name\":\"Ayla Demir\",\"src\":\"Email (cc)\"}}}:U");
        assertThat(history.get(2)).isEqualTo("referred {\"dept\":4}:S");
        assertThat(desk.value("SELECT COUNT(*) FROM {form_entry} f JOIN {user_email} e ON e.user_id = f.object_id"
                        + " WHERE f.object_type = 'U' AND e.address = 'emil@example.net'"))
                .isEqualTo("1");
        assertThat(desk.value("SELECT title FROM {_search} WHERE content LIKE '%carl@example.net'"))
                .isEqualTo("Carl Copy");
    }

    @Test
    void whoFollowsATicketWritesMessagesOnIt() throws SQLException {
        Result.Applied applied = taken(nina().id("<m1@x.example>").copy("Carl Copy", "carl@example.net"));

        taken(TestMail.from("Carl", "carl@example.net").answering("<m1@x.example>"));

        assertThat(desk.row(ENTRY, applied.ticketId()))
                .containsEntry("type", "M")
                .containsEntry("poster", "Carl")
                .containsEntry("flags", 0x20L | 0x200);
    }

    @Test
    void whoFollowsATicketByAnEarlierMailOfTheWaveWritesMessagesOnIt() throws SQLException {
        List<Result> results = apply(
                ayla().about("[#480113]").copy("Carl", "carl@example.net"),
                TestMail.from("Carl", "carl@example.net").about("[#480113]"),
                nina().id("<m1@x.example>").copy("Dora", "dora@example.net"),
                TestMail.from("Dora", "dora@example.net").answering("<m1@x.example>"));

        assertThat(Sandbox.applied(results.get(1)).number()).isEqualTo("480113");
        assertThat(Sandbox.applied(results.get(3)).number())
                .isEqualTo(Sandbox.applied(results.get(2)).number());
        assertThat(desk.row(ENTRY, 1)).containsEntry("type", "M").containsEntry("poster", "Carl");
    }

    @Test
    void mailsOfAWaveThatNameTheSameNewPersonMakeOneUser() throws SQLException {
        List<Result> results = apply(
                nina().copy("Carl", "carl@example.net"),
                TestMail.from("Otto", "otto@example.org").copy("C. Copy", "Carl@example.net"),
                ayla().about("[#480113]").copy("Carl", "carl@example.net"),
                ayla().about("#480113").copy("Carl", "carl@example.net"));

        assertThat(desk.value("SELECT COUNT(*) FROM {user_email} WHERE address = 'carl@example.net'"))
                .isEqualTo("1");
        for (Result result : results) {
            assertThat(desk.column(FOLLOWERS, Sandbox.applied(result).ticketId()))
                    .contains("carl@example.net 3 M");
        }
        assertThat(desk.history(1).stream().filter(line -> line.startsWith("collab")))
                .hasSize(1);
    }

    @Test
    void whomACollaboratorAddsIsInactiveAndANoteAddsNobody() throws SQLException {
        Result.Applied applied = taken(nina().id("<m1@x.example>").copy("Carl", "carl@example.net"));

        apply(
                TestMail.from("Carl", "carl@example.net")
                        .answering("<m1@x.example>")
                        .copy("Dora", "dora@example.net"),
                TestMail.from("Mallory", "mallory@example.net")
                        .answering("<m1@x.example>")
                        .copy("Emil", "emil@example.net"),
                TestMail.from("Mira", "mira@harbourbikes.example")
                        .answering("<m1@x.example>")
                        .copy("Finn", "finn@example.net"),
                TestMail.from("Mail System", "daemon@x.example")
                        .reportingOn("<m1@x.example>")
                        .copy("Gina", "gina@example.net"));

        assertThat(desk.column(FOLLOWERS, applied.ticketId()))
                .containsExactly("carl@example.net 3 M", "dora@example.net 2 M");
    }

    @Test
    void nobodyFollowsWhereTheHelpDeskDoesNotWantIt() throws SQLException {
        committed("UPDATE {config} SET value = '' WHERE `key` = 'add_email_collabs'");
        try {
            Result.Applied unwanted = taken(nina().copy("Carl", "carl@example.net"));

            assertThat(desk.column(FOLLOWERS, unwanted.ticketId())).isEmpty();
        } finally {
            commit("UPDATE {config} SET value = '1' WHERE `key` = 'add_email_collabs'");
        }
    }

    @Test
    void theAddressThatAMailWasDeliveredToDoesNotFollow() throws SQLException {
        Result.Applied elsewhere = taken(nina().to("list@elsewhere.example").copy("Carl", "carl@example.net"));
        Result.Applied delivered = taken(nina().to("list@elsewhere.example")
                .alsoTo("Alias", "alias@elsewhere.example")
                .deliveredTo("alias@elsewhere.example")
                .deliveredTo("hello@harbourbikes.example"));

        assertThat(desk.column(FOLLOWERS, elsewhere.ticketId())).isEmpty();
        assertThat(desk.column(FOLLOWERS, delivered.ticketId())).containsExactly("list@elsewhere.example 3 M");
    }

    @Test
    void agentsFollowInactivelyWhereTheHelpDeskIsSetSo() throws SQLException {
        committed("UPDATE {config} SET value = '1' WHERE `key` = 'disable_agent_collabs'");
        try {
            Result.Applied opened = taken(nina().copy("Mira", "mira@harbourbikes.example"));
            taken(ayla().about("[#480113]").copy("Mira", "mira@harbourbikes.example"));

            assertThat(desk.column(FOLLOWERS, opened.ticketId())).containsExactly("mira@harbourbikes.example 2 M");
            assertThat(desk.column(FOLLOWERS, 1)).contains("mira@harbourbikes.example 2 M");
        } finally {
            commit("UPDATE {config} SET value = '' WHERE `key` = 'disable_agent_collabs'");
        }
    }

    @Test
    void aTicketIsReferredToTheDepartmentsOfTheOtherMailboxesOnce() throws SQLException {
        Result.Applied opened = taken(nina().id("<m1@x.example>"));
        List<String> before = desk.column(REFERRALS, opened.ticketId());

        taken(nina().id("<m1@x.example>").to("accounts@harbourbikes.example"));
        List<String> afterSecondCopy = desk.column(REFERRALS, opened.ticketId());
        apply(
                nina().answering("<m1@x.example>").copy("", "accounts@harbourbikes.example"),
                ayla().about("[#480113]").to("accounts@harbourbikes.example"),
                ayla().about("[#480113]").to("accounts@harbourbikes.example"));

        assertThat(before).isEmpty();
        assertThat(afterSecondCopy).containsExactly("D4");
        assertThat(desk.column(REFERRALS, opened.ticketId())).containsExactly("D4");
        assertThat(desk.history(opened.ticketId())).containsExactly("created:U", "referred {\"dept\":4}:S");
        assertThat(desk.column(REFERRALS, 1)).contains("D4");
    }

    @Test
    void aTicketIsNotReferredToTheDepartmentWhoseMailboxItCameInAt() throws SQLException {
        Result.Applied opened = taken(nina().id("<m1@x.example>").to("accounts@harbourbikes.example"));
        desk.run("UPDATE {ticket} SET dept_id = 1 WHERE ticket_id = " + opened.ticketId());

        taken(nina().answering("<m1@x.example>").to("accounts@harbourbikes.example"));

        assertThat(desk.column(REFERRALS, opened.ticketId())).isEmpty();
    }

    @Test
    void aKeyOfOtherDepartmentsNeitherAnswersNorRefers() throws SQLException {
        Result.Applied opened = taken(nina().id("<m1@x.example>"));

        Result second = desk.apply(
                        handler,
                        1,
                        Departments.parse("4"),
                        List.of(nina().answering("<m1@x.example>")
                                .to("accounts@harbourbikes.example")
                                .command()))
                .getFirst();

        assertThat(Sandbox.applied(second).number()).isNotEqualTo(opened.number());
        assertThat(desk.column(REFERRALS, opened.ticketId())).isEmpty();
    }

    @Test
    void manyTakeAsManyStatementsAsOne() throws SQLException {
        apply(ayla().about("[#480113]").to("accounts@harbourbikes.example").copy("W", "warm@example.net"));

        long before = desk.questions();
        apply(
                nina().id("<1@x.example>").copy("A", "a@example.net"),
                chiara().about("#744012").copy("A", "a@example.net"));
        long between = desk.questions();
        apply(
                nina().id("<2@x.example>").copy("B", "b@example.net").copy("C", "c@example.net"),
                nina().id("<3@x.example>").copy("D", "d@example.net"),
                ayla().about("[#480113]").copy("E", "e@example.net").copy("D", "d@example.net"),
                chiara().about("#744012").copy("F", "f@example.net"));

        assertThat(desk.questions() - between).isLessThanOrEqualTo(between - before);
    }

    @Test
    void aMailThatNamesNoMailboxTakesNoMoreStatementsForThoseItWasSentTo() throws SQLException {
        assertThatOthersCostNothing("list@elsewhere.example");
    }

    @Test
    void noMailTakesMoreStatementsForThoseItWasSentToWhereTheHelpDeskDoesNotWantThem() throws SQLException {
        committed("UPDATE {config} SET value = '' WHERE `key` = 'add_email_collabs'");
        try {
            assertThatOthersCostNothing("hello@harbourbikes.example");
        } finally {
            commit("UPDATE {config} SET value = '1' WHERE `key` = 'add_email_collabs'");
        }
    }

    /** Of two mails the first one was sent to the sender of the second as well. */
    private void assertThatOthersCostNothing(String to) throws SQLException {
        apply(ayla().about("[#480113]").to(to), chiara().about("[#744012]").to(to));

        long before = desk.questions();
        apply(ayla().about("[#480113]").to(to), chiara().about("[#744012]").to(to));
        long between = desk.questions();
        apply(
                ayla().about("[#480113]")
                        .to(to)
                        .alsoTo("Chiara", "chiara@mail.example")
                        .copy("Chiara", "chiara@mail.example"),
                chiara().about("[#744012]").to(to));

        assertThat(desk.questions() - between).isEqualTo(between - before);
    }

    private static TestMail chiara() {
        return TestMail.from("Chiara", "chiara@mail.example");
    }
}
