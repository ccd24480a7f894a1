package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.create.Openings;
import dev.ticketwire.command.sql.Collation;
import dev.ticketwire.command.ticket.PerSnapshot;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.due.DatabaseZone;
import dev.ticketwire.osticket.mail.OwnMessageIds;
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
    private final Openings openings;
    private final OwnMessageIds ownIds;
    private final PerSnapshot<MailRules> rules = new PerSnapshot<>();

    ReceiveMails(Openings openings, @ConfigProperty(name = OwnMessageIds.SETTING) Optional<String> secretSalt) {
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
        for (List<Received<ReceiveMail>> mails : rounds(wave.commands())) {
            List<Mail> round =
                    mails.stream().map(mail -> new Mail(mail, current)).toList();
            results.addAll(new Round(connection, current, openings, ownIds, wave.now()).apply(round));
        }
        return results;
    }

    /**
     * A mail that answers another of the wave, or is the same, has to find it on its ticket; and whom another was sent to as
     * well has to take part in its ticket already.
     */
    private static List<List<Received<ReceiveMail>>> rounds(List<Received<ReceiveMail>> mails) {
        List<List<Received<ReceiveMail>>> rounds = new ArrayList<>();
        List<Received<ReceiveMail>> round = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> copied = new HashSet<>();
        for (Received<ReceiveMail> received : mails) {
            ReceiveMail mail = received.command();
            boolean depends = mail.messageId() != null && ids.contains(key(mail.messageId()))
                    || Stream.of(mail.references(), mail.returned())
                            .flatMap(List::stream)
                            .anyMatch(id -> ids.contains(key(id)))
                    || copied.contains(Collation.key(mail.sender().email()));
            if (depends) {
                rounds.add(round);
                round = new ArrayList<>();
                ids.clear();
                copied.clear();
            }
            round.add(received);
            if (mail.messageId() != null) {
                ids.add(key(mail.messageId()));
            }
            Stream.of(mail.to(), mail.copies())
                    .flatMap(List::stream)
                    .forEach(address -> copied.add(Collation.key(address.email())));
        }
        rounds.add(round);
        return rounds;
    }

    private static String key(String messageId) {
        return Collation.key(KnownMails.stored(messageId));
    }
}
