package dev.ticketwire.command.notice.text;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.plan.PlannedMail;
import dev.ticketwire.command.notice.plan.Reader;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.schema.Team;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The variables of one mail. Each is made only if the template asks for it. */
final class TicketRoots implements Roots {
    private static final Thing ADMINISTRATOR = Thing.word("Admin");
    private static final String COLLABORATOR = "Collaborator";
    private static final Thing NEW_NOTE = Thing.word("New Internal Note");
    private static final Thing NEW_REPLY = Thing.word("New Response");
    private static final Thing AUTO_ASSIGNMENT = Thing.word("SYSTEM (Auto Assignment)");

    private final PlannedMail mail;
    private final TicketFacts ticket;
    private final TextRules rules;
    private final Thing company;
    private final Entries entries;
    private final LocalDateTime now;

    TicketRoots(PlannedMail mail, TextRules rules, Thing company, Entries entries, LocalDateTime now) {
        this.mail = mail;
        this.ticket = mail.ticket();
        this.rules = rules;
        this.company = company;
        this.entries = entries;
        this.now = now;
    }

    @Override
    public @Nullable Thing root(String name) {
        return switch (name) {
            case "ticket" -> new TicketThing(ticket, rules, entries, this::date).thing();
            case "recipient" -> recipient();
            case "url" -> Thing.text(rules.links().base());
            case "company" -> company;
            default -> ofType(name);
        };
    }

    /** What only some templates have. */
    private @Nullable Thing ofType(String name) {
        MailType type = mail.type();
        return switch (name) {
            case "signature" -> hasSignature(type) ? Thing.html(mail.content().signature()) : null;
            case "message" -> hasMessage(type) ? entry() : null;
            case "response" -> type == MailType.REPLY || type == MailType.CANNED_ANSWER ? entry() : null;
            case "poster" -> hasPoster(type) ? poster() : null;
            case "staff" ->
                type == MailType.REPLY ? rules.people().agent(mail.content().agent(), staffLink()) : null;
            case "note" -> type == MailType.ACTIVITY_ALERT ? entry() : null;
            case "activity" -> type == MailType.ACTIVITY_ALERT ? activity() : null;
            case "comments" -> comments(type);
            case "assignee" -> type == MailType.ASSIGNMENT_ALERT ? assignee() : null;
            case "assigner" -> type == MailType.ASSIGNMENT_ALERT ? AUTO_ASSIGNMENT : null;
            default -> null;
        };
    }

    private static boolean hasSignature(MailType type) {
        return switch (type) {
            case AUTO_RESPONSE, CANNED_ANSWER, CONFIRMATION, LIMIT_NOTICE, REPLY, COPY -> true;
            default -> false;
        };
    }

    private static boolean hasMessage(MailType type) {
        return switch (type) {
            case AUTO_RESPONSE, TICKET_ALERT, MESSAGE_ALERT, COPY -> true;
            default -> false;
        };
    }

    private static boolean hasPoster(MailType type) {
        return type == MailType.REPLY || type == MailType.COPY || type == MailType.MESSAGE_ALERT;
    }

    private @Nullable Thing comments(MailType type) {
        return switch (type) {
            case ACTIVITY_ALERT -> entry();
            case ASSIGNMENT_ALERT -> Thing.NOTHING;
            default -> null;
        };
    }

    private Thing entry() {
        return entries.thing(mail.content().entry(), this::date);
    }

    private Thing activity() {
        return mail.occasion() instanceof Occasion.ReplyPosted ? NEW_REPLY : NEW_NOTE;
    }

    private Thing assignee() {
        Team team = mail.content().team();
        Staff agent = mail.content().assignee();
        return agent == null && team != null
                ? Thing.word(team.name)
                : rules.people().agent(agent, staffLink());
    }

    /** The author: an agent, a participant of the ticket, or a name. */
    private Thing poster() {
        EntryFacts entry = mail.content().entry();
        Staff agent = mail.content().agent();
        if (agent != null) {
            return rules.people().agent(agent, staffLink());
        }
        if (entry == null) {
            return Thing.NOTHING;
        }
        Person author = participant(entry.user());
        return author == null
                ? Thing.word(entry.poster())
                : rules.people().user(author, rules.people().posterName(entry.poster(), author), Map.of(), "");
    }

    private @Nullable Person participant(int user) {
        Person owner = ticket.owner();
        if (owner != null && owner.user() == user) {
            return owner;
        }
        return ticket.collaborators().stream()
                .filter(one -> one.user() == user)
                .findFirst()
                .orElse(null);
    }

    private Thing recipient() {
        return switch (mail.reader()) {
            case Reader.Agent agent -> rules.people().agent(agent.staff(), staffLink());
            case Reader.Owner owner -> owner(owner.person());
            case Reader.Collaborator one ->
                rules.people().user(one.person(), Map.of(), rules.links().ofCollaborator(ticket));
            case Reader.Several several -> several.withOwner() ? owner(several.first()) : collaborators();
            case Reader.Administrator administrator -> ADMINISTRATOR;
            case Reader.Address address -> Thing.word(address.address());
        };
    }

    private Thing owner(Person owner) {
        return rules.people().user(owner, ticket.userAnswers(), rules.links().ofOwner(ticket, owner));
    }

    private Thing collaborators() {
        String link = rules.links().ofCollaborator(ticket);
        return Thing.of(
                COLLABORATOR, member -> member.equals("ticket_link") ? Thing.text(link) : Thing.word(COLLABORATOR));
    }

    private String staffLink() {
        return rules.links().ofAgent(ticket);
    }

    private Thing date(@Nullable LocalDateTime when) {
        return rules.dates().thing(when, zoneOfReader(), now);
    }

    private String zoneOfReader() {
        return switch (mail.reader()) {
            case Reader.Agent agent -> Objects.requireNonNullElse(agent.staff().zone, "");
            case Reader.Owner owner -> owner.person().zone();
            case Reader.Collaborator one -> one.person().zone();
            case Reader.Several several -> several.withOwner() ? several.first().zone() : "";
            case Reader.Administrator administrator -> "";
            case Reader.Address address -> "";
        };
    }
}
