package dev.ticketwire.command.mail;

import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.collaborator.InactiveCollaborators;
import dev.ticketwire.command.collaborator.NewCollaborator;
import dev.ticketwire.command.entry.SearchRows;
import dev.ticketwire.command.form.CustomDataRows;
import dev.ticketwire.command.form.FormEntryRows;
import dev.ticketwire.command.user.Requesters;
import dev.ticketwire.command.user.UserRecords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collaborators whom mails add to tickets, with the users that are written for them. */
final class NewCollaborators {
    private final Map<IncomingMail, List<NewCollaborator>> byMail = new HashMap<>();

    private NewCollaborators() {}

    /**
     * Finds the users, and writes those whom osTicket does not know.
     *
     * @param mails that become messages on their tickets
     * @param now as the database writes times
     */
    static NewCollaborators write(Connection connection, MailRules rules, List<IncomingMail> mails, String now)
            throws SQLException {
        NewCollaborators found = new NewCollaborators();
        List<String> addresses = mails.stream()
                .flatMap(mail -> mail.copied().stream())
                .map(CopiedAddress::email)
                .toList();
        if (!addresses.isEmpty()) {
            Requesters users = Requesters.find(connection, addresses, false);
            mails.forEach(mail -> found.add(mail, users, rules.inactiveCollaborators()));
            users.writeNew(connection, now);
            found.writeRecords(connection, rules, now);
        }
        return found;
    }

    private void add(IncomingMail mail, Requesters users, InactiveCollaborators inactive) {
        List<NewCollaborator> collaborators = new ArrayList<>();
        mail.copied().forEach(address -> collaborators.add(NewCollaborator.of(address, users, inactive)));
        byMail.put(mail, collaborators);
    }

    List<NewCollaborator> of(IncomingMail mail) {
        return byMail.getOrDefault(mail, List.of());
    }

    private void writeRecords(Connection connection, MailRules rules, String now) throws SQLException {
        FormEntryRows entries = new FormEntryRows(now);
        CustomDataRows data = rules.userData().fresh();
        SearchRows search = new SearchRows();
        UserRecords records = new UserRecords(rules.userForm(), entries, data, search);
        byMail.values().stream().flatMap(List::stream).forEach(one -> records.addUnasked(one.user()));
        entries.write(connection);
        data.write(connection);
        search.write(connection);
    }
}
