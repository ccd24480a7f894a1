package dev.ticketwire.command.notice.plan;

import dev.ticketwire.command.notice.facts.Person;
import dev.ticketwire.command.notice.plan.PlannedMail.Content;
import dev.ticketwire.command.notice.plan.PlannedMail.OwnText;
import dev.ticketwire.command.notice.plan.PlannedMail.Threading;
import dev.ticketwire.osticket.mail.MailAddressee;
import dev.ticketwire.osticket.mail.MailType;
import java.util.ArrayList;
import java.util.List;

/** Tells the administrator and the owner that the owner has as many open tickets as the help desk allows. */
final class LimitMails {
    /** osTicket's level of warnings. */
    private static final int WARNINGS = 2;

    private LimitMails() {}

    static List<PlannedMail> of(Creation creation, OwnerMails owner) {
        Person person = creation.owner();
        if (!creation.opened().limitReached() || person == null) {
            return List.of();
        }
        List<PlannedMail> mails = new ArrayList<>();
        int most = creation.config().number("max_open_tickets");
        if (creation.config().number("log_level") >= WARNINGS) {
            mails.addAll(toAdministrator(creation, reached(person.address(), most)));
        }
        List<PlannedMail> notice = owner.limitNotice();
        mails.addAll(notice);
        if (!notice.isEmpty()) {
            mails.addAll(toAdministrator(creation, told(person.address(), most)));
        }
        return mails;
    }

    /** Title and text as osTicket's log has them, since administrators filter by them. */
    private static OwnText reached(String address, int most) {
        return new OwnText(
                "Maximum Open Tickets Limit (" + address + ")",
                "Maximum open tickets (" + most + ") reached for " + address);
    }

    private static OwnText told(String address, int most) {
        return new OwnText("Overlimit Notice", """
                Maximum open tickets reached for %s.
                Open tickets: %d
                Max allowed: %d

                Notice sent to the user.""".formatted(address, most, most));
    }

    private static List<PlannedMail> toAdministrator(Creation creation, OwnText text) {
        Sender sender = creation.rules().senders().alert();
        String address = creation.config().text("admin_email");
        if (sender == null || address.isBlank()) {
            return List.of();
        }
        return List.of(creation.mail(
                MailType.LOG_MAIL,
                sender,
                MailAddressee.to("", address),
                new Reader.Address(address),
                Threading.NONE,
                Content.of(text)));
    }
}
