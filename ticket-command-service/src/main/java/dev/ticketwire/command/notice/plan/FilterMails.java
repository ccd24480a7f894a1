package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Occasion.FilterMail;
import dev.ticketwire.command.notice.facts.Occasion.Incoming;
import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.OwnText;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import dev.ticketwire.osticket.sql.Collation;
import java.util.ArrayList;
import java.util.List;

/** The mails that ticket filters send about a new ticket. */
final class FilterMails {
    private FilterMails() {}

    static List<PlannedMail> of(Creation creation) {
        List<PlannedMail> mails = new ArrayList<>();
        for (FilterMail mail : creation.opened().filterMails()) {
            Sender chosen = creation.rules().senders().mailbox(mail.from());
            Sender sender = chosen != null ? chosen : creation.rules().senders().standard();
            if (sender != null) {
                addressees(creation, mail).forEach(one -> mails.add(mail(creation, mail, sender, one)));
            }
        }
        return mails;
    }

    private static PlannedMail mail(Creation creation, FilterMail mail, Sender sender, MailAddressee recipient) {
        return creation.mail(
                MailType.FILTER_MAIL,
                sender,
                recipient,
                new Reader.Address(recipient.address()),
                Threading.NONE,
                Content.of(new OwnText(mail.subject(), mail.body())));
    }

    /** A machine that opened the ticket by mail gets no answer. */
    private static List<MailAddressee> addressees(Creation creation, FilterMail mail) {
        Person owner = creation.owner();
        List<MailAddressee> listed = AddressList.read(
                mail.recipients(), owner == null ? null : creation.rules().to(owner));
        return listed.stream()
                .filter(one -> !(creation.isByMachine() && isSender(one, creation)))
                .toList();
    }

    private static boolean isSender(MailAddressee one, Creation creation) {
        Incoming mail = creation.opened().mail();
        Person owner = creation.owner();
        return mail != null && isSame(one.address(), mail.sender())
                || owner != null && isSame(one.address(), owner.address());
    }

    private static boolean isSame(String address, String other) {
        return Collation.key(address).equals(Collation.key(other));
    }
}
