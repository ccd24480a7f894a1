package dev.ticketwire.command.mail;

import dev.ticketwire.contract.command.ReceiveMail;
import dev.ticketwire.osticket.sql.Collation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Divides mails into batches, in their order. A mail that replies to another one, or is the same, comes in a later
 * batch, so that it finds the other one on its ticket; so does a mail of somebody whom another mail makes a
 * collaborator.
 */
final class MailBatches {
    private final List<List<IncomingMail>> batches = new ArrayList<>();
    private List<IncomingMail> batch = new ArrayList<>();
    /** Message ids of the current batch, by {@link #key}. */
    private final Set<String> ids = new HashSet<>();
    /** Addresses of the collaborators of the current batch, by {@link Collation#key}. */
    private final Set<String> collaborators = new HashSet<>();

    private MailBatches() {}

    static List<List<IncomingMail>> divide(List<IncomingMail> mails) {
        MailBatches divided = new MailBatches();
        mails.forEach(divided::add);
        divided.batches.add(divided.batch);
        return divided.batches;
    }

    private void add(IncomingMail mail) {
        if (dependsOnBatch(mail.command())) {
            startBatch();
        }
        batch.add(mail);
        String id = mail.command().messageId();
        if (id != null) {
            ids.add(key(id));
        }
        mail.copied().forEach(address -> collaborators.add(Collation.key(address.email())));
    }

    private boolean dependsOnBatch(ReceiveMail mail) {
        return Stream.of(Stream.ofNullable(mail.messageId()), mail.references().stream(), mail.returned().stream())
                        .flatMap(named -> named)
                        .anyMatch(id -> ids.contains(key(id)))
                || collaborators.contains(Collation.key(mail.sender().email()));
    }

    private void startBatch() {
        batches.add(batch);
        batch = new ArrayList<>();
        ids.clear();
        collaborators.clear();
    }

    private static String key(String messageId) {
        return Collation.key(StoredMails.stored(messageId));
    }
}
