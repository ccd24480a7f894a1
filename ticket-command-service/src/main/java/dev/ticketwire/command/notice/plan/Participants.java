package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.osticket.mail.MailAddressee;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The owner and the active collaborators of a ticket whom mails can reach.
 *
 * @param owner null if he is none of the recipients
 */
record Participants(@Nullable Person owner, List<Person> collaborators) {

    static Participants of(TicketFacts ticket) {
        return new Participants(ticket.owner(), ticket.collaborators()).filtered(0);
    }

    Participants without(int user) {
        return filtered(user);
    }

    private Participants filtered(int without) {
        Person first = owner;
        return new Participants(
                first != null && isReached(first, without) ? first : null,
                collaborators.stream().filter(one -> isReached(one, without)).toList());
    }

    private static boolean isReached(Person person, int without) {
        return person.user() != without && !person.address().isBlank();
    }

    boolean isEmpty() {
        return owner == null && collaborators.isEmpty();
    }

    /** The owner, with copies to the others; without him, all of them. */
    List<MailAddressee> addressees(PlanRules rules) {
        Person first = owner;
        if (first == null) {
            return collaborators.stream().map(rules::to).toList();
        }
        List<MailAddressee> all = new ArrayList<>(List.of(rules.to(first)));
        collaborators.forEach(one -> all.add(rules.cc(one)));
        return all;
    }

    /** Must not be called if there are none. */
    Reader reader() {
        Person first = owner;
        return first == null ? new Reader.Several(collaborators.getFirst(), false) : new Reader.Several(first, true);
    }

    /** The owner or an active collaborator; null if the user is neither. */
    static @Nullable Person person(TicketFacts ticket, int user) {
        Person owner = ticket.owner();
        if (owner != null && owner.user() == user) {
            return owner;
        }
        return ticket.collaborators().stream()
                .filter(one -> one.user() == user)
                .findFirst()
                .orElse(null);
    }

    /** As {@link #person}. */
    static @Nullable Reader reader(TicketFacts ticket, int user) {
        Person person = person(ticket, user);
        Person owner = ticket.owner();
        if (person == null) {
            return null;
        }
        return person.equals(owner) ? new Reader.Owner(person) : new Reader.Collaborator(person);
    }
}
