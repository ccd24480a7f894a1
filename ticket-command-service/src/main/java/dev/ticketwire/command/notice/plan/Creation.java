package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Occasion.Opened;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.facts.TicketFacts;
import dev.ticketwire.command.notice.facts.TicketFacts.MailReference;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.reference.HelpDeskConfig;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Staff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new ticket, with what the mails about it have in common. */
record Creation(PlanRules rules, Opened opened, TicketFacts ticket) {

    HelpDeskConfig config() {
        return rules.config();
    }

    /** Null if there is no such department. */
    @Nullable
    Department department() {
        return rules.department(opened.department());
    }

    /** The owner, null if mails cannot reach him. */
    @Nullable
    Person owner() {
        Person owner = ticket.owner();
        return owner == null || owner.address().isBlank() ? null : owner;
    }

    /** The first message; null if it is unknown. */
    @Nullable
    EntryFacts message() {
        return ticket.entries().get(opened.message());
    }

    /** Whether a machine wrote the mail that opened the ticket. */
    boolean isByMachine() {
        Incoming mail = opened.mail();
        return mail != null && (mail.automatic() || mail.bounce());
    }

    /** The place of a mail about the ticket: only a ticket that a mail opened has a conversation by mail already. */
    Threading threading() {
        return opened.mail() == null
                ? new Threading(0, ticket.thread(), null)
                : new Threading(opened.message(), ticket.thread(), answered());
    }

    /** The mail that opened the ticket; null without one, or if it has no id. */
    @Nullable
    MailReference answered() {
        Incoming mail = opened.mail();
        return mail == null || mail.messageId() == null ? null : new MailReference(mail.messageId(), mail.references());
    }

    PlannedMail toOwner(MailType type, Sender sender, Person owner, Threading threading, Content content) {
        return mail(type, sender, rules.to(owner), new Reader.Owner(owner), threading, content);
    }

    PlannedMail toAgent(MailType type, Sender sender, Staff agent, Threading threading, Content content) {
        return mail(type, sender, rules.to(agent), new Reader.Agent(agent), threading, content);
    }

    PlannedMail mail(
            MailType type,
            Sender sender,
            MailAddressee recipient,
            Reader reader,
            Threading threading,
            Content content) {
        return new PlannedMail(opened, type, ticket, sender, List.of(recipient), reader, threading, content, List.of());
    }
}
