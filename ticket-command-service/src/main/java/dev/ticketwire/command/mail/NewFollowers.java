package dev.ticketwire.command.mail;

import dev.ticketwire.command.collaborator.CopiedAddress;
import dev.ticketwire.command.collaborator.NewFollower;
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
final class NewFollowers {
    private final Map<Mail, List<NewFollower>> byMail = new HashMap<>();

    private NewFollowers() {}

    /**
     * Looks all up at once, and writes those whom osTicket does not know.
     *
     * @param mails that become messages on their tickets
     * @param now as the database writes times
     */
    static NewFollowers of(Connection connection, MailRules rules, List<Mail> mails, String now) throws SQLException {
        List<String> addresses = mails.stream()
                .flatMap(mail -> mail.copied().stream())
                .map(CopiedAddress::email)
                .toList();
        NewFollowers found = new NewFollowers();
        if (addresses.isEmpty()) {
            return found;
        }
        Requesters users = Requesters.find(connection, addresses, false);
        for (Mail mail : mails) {
            List<NewFollower> those = new ArrayList<>();
            mail.copied().forEach(one -> those.add(NewFollower.of(one, users, rules.inactiveFollowers())));
            found.byMail.put(mail, those);
        }
        users.writeNew(connection, now);
        found.writeRecords(connection, rules, now);
        return found;
    }

    List<NewFollower> of(Mail mail) {
        return byMail.getOrDefault(mail, List.of());
    }

    private void writeRecords(Connection connection, MailRules rules, String now) throws SQLException {
        FormEntryRows entries = new FormEntryRows(now);
        CustomDataRows data = rules.userData().fresh();
        SearchRows search = new SearchRows();
        UserRecords records = new UserRecords(rules.userForm(), entries, data, search);
        for (List<NewFollower> those : byMail.values()) {
            for (NewFollower one : those) {
                records.addUnasked(one.user());
            }
        }
        entries.write(connection);
        data.write(connection);
        search.write(connection);
    }
}
