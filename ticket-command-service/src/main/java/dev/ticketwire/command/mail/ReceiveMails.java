package dev.ticketwire.command.mail;

import dev.ticketwire.command.apply.Handler;
import dev.ticketwire.command.apply.Result;
import dev.ticketwire.command.apply.Wave;
import dev.ticketwire.command.create.TicketOpener;
import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.due.DatabaseZone;
import dev.ticketwire.osticket.format.OwnMessageIds;
import dev.ticketwire.osticket.reference.SnapshotCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        for (List<IncomingMail> batch : MailBatches.divide(mails)) {
            results.addAll(new MailBatch(connection, current, openings, ownIds, wave.now()).apply(batch));
        }
        return results;
    }
}
