package dev.ticketwire.command.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.plan.Reader;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateVariablesTest {
    private final TestLetter letter = new TestLetter();

    @Test
    void valuesAreEscapedAndNeverExpandedAgain() {
        assertThat(letter.html("<p>%{ticket.subject}</p>")).isEqualTo("<p>Squeaky &lt;door&gt; &amp; %{ticket.id}</p>");
        assertThat(letter.subject("%{ticket.subject}")).isEqualTo("Squeaky <door> & %{ticket.id}");
    }

    @Test
    void variablesInLinksAreEncoded() {
        assertThat(letter.html("<a href=\"%%7Burl%7D/x?e=%%7bticket.email%7d\">x</a>"))
                .isEqualTo("<a href=\"https://desk.test/x?e=olga@example.org\">x</a>");
    }

    @Test
    void quotesInAValueCannotEndAnAttribute() {
        letter.answers(Map.of("subject", "a\" onclick=\"b"));

        assertThat(letter.html("<a title=\"%{ticket.subject}\">x</a>"))
                .isEqualTo("<a title=\"a&quot; onclick=&quot;b\">x</a>");
    }

    @Test
    void neitherCanApostrophes() {
        letter.answers(Map.of("subject", "a' onclick='b"));

        assertThat(letter.html("<a title='%{ticket.subject}'>x</a>"))
                .isEqualTo("<a title='a&#39; onclick=&#39;b'>x</a>");
        assertThat(letter.subject("%{ticket.subject}")).isEqualTo("a' onclick='b");
    }

    @Test
    void titlesAreStoredEscapedAndEscapedOnce() {
        letter.of(MailType.ACTIVITY_ALERT).titled("Nuts &amp; <b>bolts</b> &lt;i&gt;");

        assertThat(letter.html("%{note.title}")).isEqualTo("Nuts &amp; &lt;b&gt;bolts&lt;/b&gt; &lt;i&gt;");
        assertThat(letter.subject("%{note.title}")).isEqualTo("Nuts & <b>bolts</b> <i>");
    }

    @Test
    void filesAreListedByName() {
        letter.titled("Title", "a <1>.pdf", "b.txt");

        assertThat(letter.html("%{message.files}")).isEqualTo("a &lt;1&gt;.pdf, b.txt");
    }

    @Test
    void anActivityIsANoteOrAReply() {
        letter.of(MailType.ACTIVITY_ALERT).at(new Occasion.NoteAdded("c", 21, 41, 0, 0, 0, null));
        assertThat(letter.html("%{activity}, %{activity.title}")).isEqualTo("New Internal Note, New Internal Note");

        letter.at(new Occasion.ReplyPosted("c", 21, 41, 1, 0, 0, List.of()));
        assertThat(letter.html("%{activity} %{note.title} %{comments}"))
                .isEqualTo("New Response Title <p>It <b>squeaks</b></p>");
    }

    @Test
    void fieldsOfFormsAreNamedInAnyCase() {
        letter.answers(Map.of("order_no", "A & 7")).from(TestLetter.OLGA, Map.of("floor", "3rd"));

        assertThat(letter.html("%{ticket.Order_No} %{ticket.user.Floor} %{recipient.floor} %{ticket.phone}|"))
                .isEqualTo("A &amp; 7 3rd 3rd |");
    }

    @Test
    void aNameWithoutAPartHasNothingThere() {
        letter.from(new Person(9, "Cher", "cher@example.org", 0, ""), Map.of());

        assertThat(letter.html(
                        "%{recipient.name.first}|%{recipient.name.last}|%{ticket.name.formal}|%{ticket.name.full}"))
                .isEqualTo("Cher|||Cher");
        letter.desk.setting("client_name_format", "formal");
        assertThat(letter.html("%{recipient.name}")).isEqualTo("Cher");
    }

    @ParameterizedTest
    @CsvSource({
        "%{stranger.name}, %{stranger.name}",
        "%{Ticket.number}, %{Ticket.number}",
        "%{ ticket.number }, %{ ticket.number }",
        "%{response}, %{response}",
        "%{ticket.unheard.of}|, |",
        "%{ticket.close_date}|, |",
        "%{recipient.unheard}|, |",
        "%{ticket.NUMBER}, 700021",
        "%{ticket}, 700021",
    })
    void anUnknownRootStaysAndAKnownOneWithoutValueGivesNothing(String template, String html) {
        assertThat(letter.html(template)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource({
        "%{ticket.id}, 21",
        "%{ticket.email}, olga@example.org",
        "%{ticket.phone}, (555) 123-4567",
        "%{ticket.status}, open",
        "%{ticket.status.state}, open",
        "%{ticket.dept}, Repairs",
        "%{ticket.dept.name}, Repairs",
        "%{ticket.dept.manager}, Mona Berg",
        "%{ticket.dept.manager.name.first}, Mona",
        "%{ticket.source}, API",
        "%{ticket.staff}, Zoe Ames",
        "%{ticket.team}, Night Shift",
        "%{ticket.assigned}, Zoe Ames/Night Shift",
        "%{ticket.user.email}, olga@example.org",
        "%{ticket.recipients}, Olga Maria Owner &lt;olga@example.org&gt;",
        "%{ticket.staff_link}, https://desk.test/scp/tickets.php?id=21",
        "%{ticket.client_link}, https://desk.test/view.php?t=700021",
        "%{company.name}, Door &amp; Sons",
        "%{company}, Door &amp; Sons",
        "%{company.website}, https://door.test",
        "%{url}, https://desk.test",
        "%{signature}, <i>Repairs</i>",
        "%{message}, <p>It <b>squeaks</b></p>",
        "%{message.title}, Title",
        "%{message.poster}, Olga",
        "%{ticket.thread.original}, <p>It <b>squeaks</b></p>",
        "%{ticket.thread.lastmessage.poster}, Olga",
        "%{ticket.order}, A 7",
    })
    void aTicketTellsEverythingAboutItself(String template, String html) {
        letter.answers(Map.of("order", "A 7"));

        assertThat(letter.html(template)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first|Olga",
                "last|Owner",
                "middle|Maria",
                "full|Olga Owner",
                "short|Olga O.",
                "shortformal|O. Owner",
                "lastfirst|Owner, Olga",
                "formal|Owner",
                "legal|Olga M. Owner",
                "complete|Olga M. Owner",
                "original|Olga Maria Owner",
                "initials|OO",
            })
    void aNameHasManyForms(String form, String shown) {
        assertThat(letter.html("%{ticket.name." + form + "}")).isEqualTo(shown);
        assertThat(letter.html("%{recipient.name." + form + "}")).isEqualTo(shown);
    }

    @Test
    void namesAreInTheHelpDesksFormat() {
        letter.desk.setting("client_name_format", "shortformal").setting("agent_name_format", "lastfirst");

        assertThat(letter.html("%{ticket.name}, %{ticket.staff}")).isEqualTo("O. Owner, Ames, Zoe");
    }

    @Test
    void forTheAdministratorTheRecipientIsAWord() {
        letter.of(MailType.TICKET_ALERT).to(new Reader.Administrator());

        assertThat(letter.html("%{recipient} %{recipient.name.first} %{recipient.ticket_link}"))
                .isEqualTo("Admin Admin Admin");
    }

    @Test
    void aTeamIsGreetedByItsName() {
        Team team = new Team();
        team.name = "Night <Shift>";
        letter.of(MailType.ASSIGNMENT_ALERT).assignedTo(team);

        assertThat(letter.html("%{assignee} %{assignee.name.first} by %{assigner.name.short}%{comments}"))
                .isEqualTo("Night &lt;Shift&gt; Night &lt;Shift&gt; by SYSTEM (Auto Assignment)");
    }

    @Test
    void severalWithoutTheOwnerAreCollaborators() {
        letter.of(MailType.COPY).copied(TestLetter.CARL).to(new Reader.Several(TestLetter.CARL, false));

        assertThat(letter.html("%{recipient.name.first} %{recipient.ticket_link} %{poster.name}"))
                .isEqualTo("Collaborator https://desk.test/tickets.php?id=21 Olga");
    }

    @Test
    void theAgentOfAReplyIsStaffAndPoster() {
        Staff agent = new Staff();
        agent.firstName = "Zoe";
        agent.lastName = "Ames";
        letter.of(MailType.REPLY).by(agent);

        assertThat(letter.html("%{staff.name.short} %{poster.name} %{response.title} %{message}"))
                .isEqualTo("Zoe A. Zoe Ames Title %{message}");
    }

    @Test
    void onlyAnOwnerWithoutCompanyLogsInByTheLink() {
        assertThat(letter.html("%{recipient.ticket_link}")).startsWith("https://desk.test/view.php?auth=o1x");
        assertThat(new TestLetter().copied(TestLetter.CARL).html("%{recipient.ticket_link}"))
                .isEqualTo("https://desk.test/view.php?id=21");
        assertThat(new TestLetter().withoutSalt().html("%{recipient.ticket_link}"))
                .isEqualTo("https://desk.test/view.php?id=21");
        letter.desk.setting("allow_auth_tokens", "0");
        assertThat(letter.html("%{recipient.ticket_link}")).isEqualTo("https://desk.test/view.php?id=21");
    }
}
