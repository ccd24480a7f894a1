package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Occasion.FileLink;
import dev.ticketwire.command.notice.facts.Occasion.FilterMail;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.Reference;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new ticket of Olga's in department 1, for tests. */
final class TestCreation {
    static final int THREAD = 31;
    static final int MESSAGE = 41;
    static final int CANNED = 42;
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 4, 5, 6);

    private int staff;
    private int team;
    private int canned;
    private int topic = 5;
    private boolean alert = true;
    private boolean autorespond = true;
    private boolean limitReached;
    private String accountManager = "";
    private List<FilterMail> filterMails = List.of();
    private List<FileLink> cannedFiles = List.of();

    @Nullable
    private Incoming mail;

    private Person owner = new Person(9, "Olga Owner", "olga@example.org", 0, "");

    TestCreation assignedTo(int agent, int group) {
        staff = agent;
        team = group;
        return this;
    }

    TestCreation canned(FileLink... files) {
        canned = CANNED;
        cannedFiles = List.of(files);
        return this;
    }

    TestCreation without(boolean alerts, boolean responses) {
        alert = !alerts;
        autorespond = !responses;
        return this;
    }

    TestCreation limitReached() {
        limitReached = true;
        return this;
    }

    TestCreation accountManager(String manager) {
        accountManager = manager;
        return this;
    }

    TestCreation filterMail(int from, String recipients) {
        filterMails = List.of(new FilterMail(from, recipients, "Look at %{ticket.number}", "<p>Now</p>"));
        return this;
    }

    TestCreation owner(String name, String address) {
        owner = new Person(9, name, address, 0, "");
        return this;
    }

    TestCreation byMail(boolean automatic, boolean declinesAnswers, boolean bounce) {
        mail = new Incoming(
                owner.address(),
                1,
                automatic,
                declinesAnswers,
                bounce,
                "<second@example.org>",
                List.of("<first@example.org>"));
        return this;
    }

    List<PlannedMail> plan(Reference reference) {
        return MailPlanner.plan(PlanRules.of(reference), opened(), ticket());
    }

    /** Type and recipient of each mail: {@code ticket-alert Zoe Ames <zoe@desk.test>}. */
    List<String> told(Reference reference) {
        return plan(reference).stream()
                .map(mail -> mail.type().label() + " " + shown(mail))
                .toList();
    }

    PlannedMail only(MailType type, Reference reference) {
        List<PlannedMail> found =
                plan(reference).stream().filter(mail -> mail.type() == type).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " mails of type " + type);
        }
        return found.getFirst();
    }

    private static String shown(PlannedMail mail) {
        var to = mail.recipients().getFirst();
        return to.name().isEmpty() ? to.address() : to.name() + " <" + to.address() + ">";
    }

    private Occasion opened() {
        return new Occasion.Opened(
                "00000000-0000-0000-0000-000000000001",
                21,
                1,
                staff,
                team,
                MESSAGE,
                canned,
                cannedFiles,
                alert,
                autorespond,
                mail,
                filterMails,
                limitReached);
    }

    private TicketFacts ticket() {
        Map<Integer, EntryFacts> entries =
                canned == 0 ? Map.of(MESSAGE, entry(MESSAGE)) : Map.of(MESSAGE, entry(MESSAGE), CANNED, entry(CANNED));
        return new TicketFacts(
                21,
                "700021",
                THREAD,
                2,
                staff,
                team,
                topic,
                1,
                0,
                "API",
                NOW,
                1_772_600_760L,
                null,
                null,
                NOW,
                owner,
                List.of(),
                accountManager,
                Map.of(),
                Map.of(),
                0,
                null,
                null,
                null,
                entries);
    }

    private static EntryFacts entry(int id) {
        return new EntryFacts(id, THREAD, 0, 9, "Olga Owner", "Broken", "<p>Help</p>", "html", NOW);
    }
}
