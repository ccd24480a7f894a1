package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.TestHelpDesk;
import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.plan.PlannedMail;
import dev.ticketwire.command.notice.plan.Reader;
import dev.ticketwire.command.notice.plan.Sender;
import dev.ticketwire.osticket.format.LinkTokens;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail about ticket 700021 of Olga Maria Owner, whose template a test writes. */
final class TestLetter {
    static final LocalDateTime OPENED = LocalDateTime.of(2026, 3, 4, 15, 6);
    static final Person OLGA = new Person(9, "Olga Maria Owner", "olga@example.org", 0, "Asia/Tokyo");
    static final Person CARL = new Person(10, "Carl Copy", "carl@example.org", 0, "");

    final TestHelpDesk desk = new TestHelpDesk()
            .setting("helpdesk_url", "https://desk.test/")
            .setting("allow_auth_tokens", "1")
            .setting("default_timezone", "UTC");

    private MailType type = MailType.AUTO_RESPONSE;
    private Reader reader = new Reader.Owner(OLGA);
    private PlannedMail.Threading threading = new PlannedMail.Threading(0, 31, null);
    private List<Person> collaborators = List.of();
    private Map<String, String> answers = Map.of("subject", "Squeaky <door> & %{ticket.id}");
    private String body = "<p>It <b>squeaks</b></p>";
    private String format = "html";
    private String title = "Title";
    private List<String> files = List.of();
    private Occasion occasion = new Occasion.MessagePosted("c", 21, 41, 9, null, false);
    private Person owner = OLGA;
    private Map<String, String> userAnswers = Map.of("phone", "(555) 123-4567");
    private String salt = "a salt";

    @Nullable
    private Staff agent;

    @Nullable
    private Team team;

    private PlannedMail.@Nullable OwnText own;

    TestLetter of(MailType one) {
        type = one;
        return this;
    }

    TestLetter to(Reader one) {
        reader = one;
        return this;
    }

    TestLetter at(PlannedMail.Threading place) {
        threading = place;
        return this;
    }

    TestLetter copied(Person... some) {
        collaborators = List.of(some);
        return this;
    }

    TestLetter answers(Map<String, String> some) {
        answers = some;
        return this;
    }

    TestLetter entry(String text, String itsFormat) {
        body = text;
        format = itsFormat;
        return this;
    }

    TestLetter by(Staff one) {
        agent = one;
        return this;
    }

    TestLetter assignedTo(Team one) {
        team = one;
        return this;
    }

    TestLetter own(String subject, String text) {
        own = new PlannedMail.OwnText(subject, text);
        return this;
    }

    TestLetter titled(String stored, String... names) {
        title = stored;
        files = List.of(names);
        return this;
    }

    TestLetter at(Occasion one) {
        occasion = one;
        return this;
    }

    TestLetter from(Person one, Map<String, String> itsAnswers) {
        owner = one;
        reader = new Reader.Owner(one);
        userAnswers = itsAnswers;
        return this;
    }

    TestLetter withoutSalt() {
        salt = "";
        return this;
    }

    /** The HTML that a template becomes. */
    String html(String template) {
        return Objects.requireNonNull(letter("Subject", template).html());
    }

    String subject(String template) {
        return letter(template, "<p>Body</p>").subject();
    }

    Letter letter(String subject, String template) {
        desk.template(1, Objects.requireNonNullElse(type.template(), "none"), subject, template);
        return letter();
    }

    Letter letter() {
        Reference reference = desk.build();
        TextRules rules = TextRules.of(
                reference, ZoneOffset.UTC, OwnMessageIds.of(Optional.of(salt)), LinkTokens.of(Optional.of(salt)));
        return new Composer(rules, Map.of("name", "Door & Sons", "website", "https://door.test"), OPENED.plusHours(3))
                .compose(mail(reference));
    }

    private PlannedMail mail(Reference reference) {
        EntryFacts entry = new EntryFacts(41, 31, 0, 9, "Olga", title, body, format, OPENED, files);
        TicketFacts ticket = new TicketFacts(
                21,
                "700021",
                31,
                1,
                1,
                7,
                5,
                1,
                0,
                "API",
                OPENED,
                OPENED.toEpochSecond(ZoneOffset.UTC),
                OPENED.plusDays(2),
                null,
                OPENED,
                owner,
                collaborators,
                "",
                answers,
                userAnswers,
                0,
                null,
                entry,
                entry,
                Map.of(41, entry));
        PlannedMail.Content content = new PlannedMail.Content(entry, "<i>Repairs</i>", agent, null, team, own);
        return new PlannedMail(
                occasion,
                type,
                ticket,
                new Sender(1, "Help", "help@desk.test"),
                List.of(),
                reader,
                threading,
                content,
                List.of());
    }
}
