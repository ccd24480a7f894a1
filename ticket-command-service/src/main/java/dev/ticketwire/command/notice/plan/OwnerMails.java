package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.EntryFacts;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.HelpTopic;
import dev.ticketwire.osticket.schema.Mailbox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The automatic answers to the owner of a new ticket. */
final class OwnerMails {
    private final Creation creation;
    private final PlanRules rules;
    private final @Nullable Department department;
    private final @Nullable Person owner;

    OwnerMails(Creation creation) {
        this.creation = creation;
        this.rules = creation.rules();
        this.department = creation.department();
        this.owner = creation.owner();
    }

    /** The canned answer of a filter, else the help desk's auto-response; empty if he gets none. */
    List<PlannedMail> answers() {
        if (owner == null || !mayBeAnswered()) {
            return List.of();
        }
        if (creation.opened().canned() != 0) {
            EntryFacts entry = creation.ticket().entries().get(creation.opened().canned());
            return entry == null ? List.of() : canned(owner, entry);
        }
        return departmentAnswers() && creation.config().flag("ticket_autoresponder")
                ? automatic(owner, MailType.AUTO_RESPONSE, creation.threading(), creation.message())
                : List.of();
    }

    /** That he has as many open tickets as he may have; empty if he is not told. */
    List<PlannedMail> limitNotice() {
        return owner != null
                        && mayBeAnswered()
                        && creation.opened().canned() == 0
                        && departmentAnswers()
                        && creation.config().flag("overlimit_notice_active")
                ? automatic(owner, MailType.LIMIT_NOTICE, Threading.NONE, null)
                : List.of();
    }

    private boolean mayBeAnswered() {
        HelpTopic topic = rules.reference().topics().get(creation.ticket().topic());
        return owner != null
                && creation.opened().autorespond()
                && isAnswerable(creation.opened().mail())
                && (topic == null || !topic.noAutoResponse)
                && !rules.isOwnAddress(owner.address());
    }

    private boolean isAnswerable(@Nullable Incoming mail) {
        if (mail == null) {
            return true;
        }
        Mailbox mailbox = rules.reference().mailboxes().get(mail.mailbox());
        return !creation.isByMachine() && !mail.declinesAnswers() && (mailbox == null || !mailbox.noAutoResponse);
    }

    private boolean departmentAnswers() {
        return department != null && department.ticketAutoResponse;
    }

    private List<PlannedMail> automatic(
            Person reader, MailType type, Threading threading, @Nullable EntryFacts message) {
        Sender sender = rules.senders().autoResponse(department);
        Content content = Content.of(message, PlanRules.signature(department));
        return sender == null ? List.of() : List.of(creation.toOwner(type, sender, reader, threading, content));
    }

    private List<PlannedMail> canned(Person reader, EntryFacts entry) {
        Sender sender = rules.senders().department(department);
        if (sender == null) {
            return List.of();
        }
        return List.of(new PlannedMail(
                creation.opened(),
                MailType.CANNED_ANSWER,
                creation.ticket(),
                sender,
                List.of(rules.to(reader)),
                new Reader.Owner(reader),
                new Threading(entry.id(), entry.thread(), creation.answered()),
                Content.of(entry, PlanRules.signature(department)),
                rules.files(creation.opened().cannedFiles())));
    }
}
