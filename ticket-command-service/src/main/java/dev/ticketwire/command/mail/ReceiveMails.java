package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.apply.WaveCutter;
import dev.ticketwire.command.create.TicketOpener;
import dev.ticketwire.command.notice.Notices;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.reference.SnapshotCache;
import dev.ticketwire.osticket.sql.Collation;
import dev.ticketwire.osticket.time.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stores received mails: each becomes an entry of a ticket or a new ticket. */
@ApplicationScoped
class ReceiveMails implements Handler<ReceiveMail> {
    private final TicketOpener opener;
    private final Notices notices;
    private final OwnMessageIds ownIds;
    private final SnapshotCache<MailRules> rules = new SnapshotCache<>();

    ReceiveMails(
            TicketOpener opener,
            Notices notices,
            @ConfigProperty(name = OwnMessageIds.SETTING) Optional<String> secretSalt) {
        this.opener = opener;
        this.notices = notices;
        this.ownIds = OwnMessageIds.of(secretSalt);
    }

    @Override
    public Class<ReceiveMail> kind() {
        return ReceiveMail.class;
    }

    @Override
    public List<Result> apply(Wave<ReceiveMail> wave) throws SQLException {
        Connection connection = wave.connection();
        MailRules current =
                rules.of(wave.reference(), reference -> MailRules.of(reference, DatabaseZone.of(connection)));
        List<Result> results = new ArrayList<>();
        List<IncomingMail> mails = wave.commands().stream()
                .map(mail -> new IncomingMail(mail, current))
                .toList();
        for (List<IncomingMail> round : WaveCutter.cut(mails, ReceiveMails::footprint)) {
            results.addAll(new MailBatch(connection, current, opener, notices, ownIds, wave.now()).apply(round));
        }
        return results;
    }

    /**
     * A mail that answers another one of the wave, or is the same mail, must find it on its ticket. A sender who
     * becomes a collaborator by another mail must be one already.
     */
    private static WaveCutter.Footprint footprint(IncomingMail incoming) {
        ReceiveMail mail = incoming.command();
        Set<String> changes = new HashSet<>();
        Set<String> reads = new HashSet<>();
        if (mail.messageId() != null) {
            changes.add(key(mail.messageId()));
            reads.add(key(mail.messageId()));
        }
        incoming.copied().forEach(one -> changes.add(senderKey(one.email())));
        reads.add(senderKey(mail.sender().email()));
        mail.references().forEach(id -> reads.add(key(id)));
        mail.returned().forEach(id -> reads.add(key(id)));
        return WaveCutter.Footprint.of(changes, reads);
    }

    private static String key(String messageId) {
        return "mail " + Collation.key(StoredMails.stored(messageId));
    }

    private static String senderKey(String address) {
        return "user " + Collation.key(address);
    }
}
