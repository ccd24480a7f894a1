package dev.ticketwire.command.mail;

import dev.ticketwire.command.collaborator.InactiveCollaborators;
import dev.ticketwire.command.create.filter.TicketFilters;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormRules;
import dev.ticketwire.command.reply.ReplyRules;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.schema.Mailbox;
import dev.ticketwire.osticket.schema.Staff;
import dev.ticketwire.osticket.sql.Collation;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for received mails, from a reference snapshot.
 *
 * @param mailboxes by {@link Collation#key} of their address
 * @param separator the line that separates a reply from the text it quotes; empty if quoted text is kept
 */
record MailRules(
        ReplyRules replies,
        TicketFilters filters,
        Map<String, Mailbox> mailboxes,
        String separator,
        FormRules userForm,
        CustomDataRows userData,
        InactiveCollaborators inactiveCollaborators) {

    static MailRules of(Reference reference, ZoneId databaseZone) {
        Map<String, Mailbox> mailboxes = new HashMap<>();
        reference.mailboxes().all().forEach(mailbox -> mailboxes.put(Collation.key(mailbox.address), mailbox));
        FormRules userForm = FormRules.ofType("U", reference);
        return new MailRules(
                ReplyRules.of(reference, databaseZone),
                new TicketFilters(reference),
                Map.copyOf(mailboxes),
                reference.config().flag("strip_quoted_reply")
                        ? reference.config().text("reply_separator").strip()
                        : "",
                userForm,
                CustomDataRows.of("{user__cdata}", "user_id", reference.userColumns(), userForm),
                InactiveCollaborators.of(reference));
    }

    Reference reference() {
        return replies.reference();
    }

    /** The help desk's own mailbox of this address; null if it has none. */
    @Nullable
    Mailbox mailbox(String address) {
        return mailboxes.get(Collation.key(address));
    }

    /** The mailbox of mails that name none; null if the help desk has none. */
    @Nullable
    Mailbox defaultMailbox() {
        return reference().mailboxes().get(reference().config().number("default_email_id"));
    }

    /** The active agent with this address; null if there is none. */
    @Nullable
    Staff agent(String address) {
        String key = Collation.key(address);
        return reference()
                .staff()
                .first(agent -> agent.isActive
                        && agent.email != null
                        && Collation.key(agent.email).equals(key));
    }
}
