package dev.ticketwire.command.mail;

import dev.ticketwire.command.collaborator.CopiedAddress;
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

/** Those whom answers were sent to as well: users, new ones written. */
final class NewCollaborators {
    private final Map<IncomingMail, List<NewCollaborator>> byMail = new HashMap<>();

    private NewCollaborators() {}

    /**
     * Looks all up at once, and writes those whom osTicket does not know.
     *
     * @param mails that become messages on their tickets
     * @param now as the database writes times
     */
    static NewCollaborators of(Connection connection, MailRules rules, List<IncomingMail> mails, String now)
            throws SQLException {
        List<String> addresses = mails.stream()
                .flatMap(mail -> mail.copied().stream())
                .map(CopiedAddress::email)
                .toList();
        NewCollaborators found = new NewCollaborators();
        if (addresses.isEmpty()) {
            return found;
        }
        Requesters users = Requesters.find(connection, addresses, false);
        for (IncomingMail mail : mails) {
            List<NewCollaborator> those = new ArrayList<>();
            mail.copied().forEach(one -> those.add(NewCollaborator.of(one, users, rules.inactiveFollowers())));
            found.byMail.put(mail, those);
        }
        users.writeNew(connection, now);
        found.writeRecords(connection, rules, now);
        return found;
    }

    List<NewCollaborator> of(IncomingMail mail) {
        return byMail.getOrDefault(mail, List.of());
    }

    private void writeRecords(Connection connection, MailRules rules, String now) throws SQLException {
        FormEntryRows entries = new FormEntryRows(now);
        CustomDataRows data = rules.userData().fresh();
        SearchRows search = new SearchRows();
        UserRecords records = new UserRecords(rules.userForm(), entries, data, search);
        for (List<NewCollaborator> those : byMail.values()) {
            for (NewCollaborator one : those) {
                records.addUnasked(one.user());
            }
        }
        entries.write(connection);
        data.write(connection);
        search.write(connection);
    }
}
