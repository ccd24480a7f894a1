package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Received;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.create.Openings;
import dev.ticketwire.command.ticket.PerSnapshot;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.due.DatabaseZone;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes mails in. */
@ApplicationScoped
class ReceiveMails implements Handler<ReceiveMail> {
    private final Openings openings;
    private final PerSnapshot<MailRules> rules = new PerSnapshot<>();

    ReceiveMails(Openings openings) {
        this.openings = openings;
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
            results.addAll(new Round(connection, current, openings, wave.now()).apply(round));
        }
        return results;
    }

    /** A mail that answers another of the wave, or is the same, has to find it on its ticket. */
    private static List<List<Received<ReceiveMail>>> rounds(List<Received<ReceiveMail>> mails) {
        List<List<Received<ReceiveMail>>> rounds = new ArrayList<>();
        List<Received<ReceiveMail>> round = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Received<ReceiveMail> received : mails) {
            ReceiveMail mail = received.command();
            if (ids.contains(mail.messageId()) || mail.references().stream().anyMatch(ids::contains)) {
                rounds.add(round);
                round = new ArrayList<>();
                ids.clear();
            }
            round.add(received);
            if (mail.messageId() != null) {
                ids.add(mail.messageId());
            }
        }
        rounds.add(round);
        return rounds;
    }
}
