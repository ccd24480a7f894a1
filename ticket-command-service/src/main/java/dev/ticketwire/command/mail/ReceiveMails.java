package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.create.TicketOpener;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes mails in. */
@ApplicationScoped
class ReceiveMails implements Handler<ReceiveMail> {
    private final TicketOpener openings;
    private final OwnMessageIds ownIds;
    private final SnapshotCache<MailRules> rules = new SnapshotCache<>();

    ReceiveMails(TicketOpener openings, @ConfigProperty(name = OwnMessageIds.SETTING) Optional<String> secretSalt) {
        this.openings = openings;
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
        for (List<IncomingMail> round : rounds(mails)) {
            results.addAll(new MailBatch(connection, current, openings, ownIds, wave.now()).apply(round));
        }
        return results;
    }

    /**
     * A mail that answers another of the wave, or is the same, has to find it on its ticket; and who follows a ticket because
     * of another has to take part in it already.
     */
    private static List<List<IncomingMail>> rounds(List<IncomingMail> mails) {
        List<List<IncomingMail>> rounds = new ArrayList<>();
        List<IncomingMail> round = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> followers = new HashSet<>();
        for (IncomingMail next : mails) {
            ReceiveMail mail = next.command();
            boolean depends = mail.messageId() != null && ids.contains(key(mail.messageId()))
                    || Stream.of(mail.references(), mail.returned())
                            .flatMap(List::stream)
                            .anyMatch(id -> ids.contains(key(id)))
                    || followers.contains(Collation.key(mail.sender().email()));
            if (depends) {
                rounds.add(round);
                round = new ArrayList<>();
                ids.clear();
                followers.clear();
            }
            round.add(next);
            if (mail.messageId() != null) {
                ids.add(key(mail.messageId()));
            }
            next.copied().forEach(one -> followers.add(Collation.key(one.email())));
        }
        rounds.add(round);
        return rounds;
    }

    private static String key(String messageId) {
        return Collation.key(StoredMails.stored(messageId));
    }
}
