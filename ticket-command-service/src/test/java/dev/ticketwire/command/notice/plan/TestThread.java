package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Olga's ticket of department 1 with the collaborators Carl and Dora, and what happens on it; for tests. */
final class TestThread {
    static final int OLGA = 9;
    static final int CARL = 10;
    static final int ENTRY = 51;
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 4, 5, 6);
    private static final String COMMAND = "00000000-0000-0000-0000-000000000002";
    static final MailReference NEWEST = new MailReference("<newest@example.org>", List.of("<older@example.org>"));

    private int staff;
    private int team;
    private int lastRespondent;
    private int status = 1;
    private boolean bystander;
    private String accountManager = "";

    @Nullable
    private Incoming mail;

    TestThread assignedTo(int agent, int group) {
        staff = agent;
        team = group;
        return this;
    }

    TestThread answeredBy(int agent) {
        lastRespondent = agent;
        return this;
    }

    TestThread closed() {
        status = 3;
        return this;
    }

    TestThread accountManager(String manager) {
        accountManager = manager;
        return this;
    }

    TestThread bystander() {
        bystander = true;
        return byMail(false, false, false);
    }

    TestThread byMail(boolean automatic, boolean declinesAnswers, boolean bounce) {
        mail = new Incoming("olga@example.org", 1, automatic, declinesAnswers, bounce, "<this@example.org>", List.of());
        return this;
    }

    List<PlannedMail> message(int author, Reference reference) {
        return plan(new Occasion.MessagePosted(COMMAND, 21, ENTRY, author, mail, bystander), reference);
    }

    List<PlannedMail> reply(int agent, Reference reference) {
        return plan(
                new Occasion.ReplyPosted(
                        COMMAND, 21, ENTRY, agent, staff, team, List.of(new Occasion.FileLink(3, "a.pdf", false))),
                reference);
    }

    List<PlannedMail> note(int agent, Reference reference) {
        return plan(new Occasion.NoteAdded(COMMAND, 21, ENTRY, agent, staff, team, mail), reference);
    }

    /** Type and recipients of each mail: {@code reply to olga@example.org, cc carl@example.org}. */
    static List<String> told(List<PlannedMail> mails) {
        return mails.stream().map(TestThread::shown).toList();
    }

    static PlannedMail only(MailType type, List<PlannedMail> mails) {
        return mails.stream()
                .filter(mail -> mail.type() == type)
                .reduce((one, other) -> {
                    throw new AssertionError("several mails of type " + type);
                })
                .orElseThrow();
    }

    private static String shown(PlannedMail mail) {
        StringBuilder shown = new StringBuilder(mail.type().label());
        String separator = " ";
        for (MailAddressee one : mail.recipients()) {
            shown.append(separator).append(one.as()).append(' ').append(one.address());
            separator = ", ";
        }
        return shown.toString();
    }

    private List<PlannedMail> plan(Occasion occasion, Reference reference) {
        Person olga = new Person(OLGA, "Olga Owner", "olga@example.org", 0, "");
        Person carl = new Person(CARL, "Carl", "carl@example.org", 0, "");
        Person dora = new Person(11, "Dora", "dora@example.org", 0, "");
        EntryFacts entry = new EntryFacts(ENTRY, 31, 0, OLGA, "Olga", "", "<p>Hello</p>", "html", NOW);
        TicketFacts ticket = new TicketFacts(
                21,
                "700021",
                31,
                1,
                staff,
                team,
                5,
                status,
                0,
                "API",
                NOW,
                1_772_600_760L,
                null,
                null,
                NOW,
                olga,
                List.of(carl, dora),
                accountManager,
                Map.of(),
                Map.of(),
                lastRespondent,
                NEWEST,
                null,
                null,
                Map.of(ENTRY, entry));
        return MailPlanner.plan(PlanRules.of(reference), occasion, ticket);
    }
}
