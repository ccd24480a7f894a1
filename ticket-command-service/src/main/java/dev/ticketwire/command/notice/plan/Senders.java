package dev.ticketwire.command.notice.plan;

import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Department;
import dev.ticketwire.osticket.schema.Mailbox;
import org.jspecify.annotations.Nullable;

/** The addresses from which the help desk writes. Each method returns null if there is none: then there is no mail. */
final class Senders {
    private final Reference reference;

    Senders(Reference reference) {
        this.reference = reference;
    }

    /** Of automatic answers to customers. */
    @Nullable
    Sender autoResponse(@Nullable Department department) {
        Sender own = department == null ? null : mailbox(department.autoResponseMailboxId);
        return own != null ? own : department(department);
    }

    /** Of alerts and replies. */
    @Nullable
    Sender department(@Nullable Department department) {
        Sender own = department == null ? null : mailbox(department.mailboxId);
        return own != null ? own : standard();
    }

    /** Of the activity alert for notes, and of mails to the administrator that are no alerts. */
    @Nullable
    Sender alert() {
        Sender own = mailbox(reference.config().number("alert_email_id"));
        return own != null ? own : standard();
    }

    /** The help desk's default. */
    @Nullable
    Sender standard() {
        return mailbox(reference.config().number("default_email_id"));
    }

    @Nullable
    Sender mailbox(int id) {
        Mailbox mailbox = reference.mailboxes().get(id);
        return mailbox == null ? null : new Sender(mailbox.id, mailbox.name, mailbox.address);
    }
}
