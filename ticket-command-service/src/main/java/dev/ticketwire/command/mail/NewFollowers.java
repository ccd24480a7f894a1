package dev.ticketwire.command.mail;

import dev.ticketwire.command.collaborator.Copied;
import dev.ticketwire.command.collaborator.Joined;
import dev.ticketwire.command.form.CustomData;
import dev.ticketwire.command.form.FormEntries;
import dev.ticketwire.command.search.SearchRows;
import dev.ticketwire.command.sql.Collation;
import dev.ticketwire.command.user.Requester;
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
    private final Map<Mail, List<Joined>> byMail = new HashMap<>();

    private NewFollowers() {}

    /**
     * Looks all up at once, and writes those whom osTicket does not know.
     *
     * @param mails that become messages on their tickets
     * @param now as the database writes times
     */
    static NewFollowers of(Connection connection, MailRules rules, List<Mail> mails, String now) throws SQLException {
        Map<Mail, List<Copied>> copied = new HashMap<>();
        List<String> addresses = new ArrayList<>();
        for (Mail mail : mails) {
            copied.put(mail, mail.copied());
            copied.getOrDefault(mail, List.of()).forEach(one -> addresses.add(one.email()));
        }
        NewFollowers found = new NewFollowers();
        if (addresses.isEmpty()) {
            return found;
        }
        Requesters users = Requesters.find(connection, addresses, false);
        for (Mail mail : mails) {
            List<Joined> joined = found.byMail.computeIfAbsent(mail, key -> new ArrayList<>());
            for (Copied one : copied.getOrDefault(mail, List.of())) {
                boolean active = !rules.inactiveCollaborators().contains(Collation.key(one.email()));
                joined.add(new Joined(users.ofOrComing(one.name(), one.email()), one.source(), active));
            }
        }
        users.writeNew(connection, now);
        found.writeRecords(connection, rules, now);
        return found;
    }

    List<Joined> of(Mail mail) {
        return byMail.getOrDefault(mail, List.of());
    }

    private void writeRecords(Connection connection, MailRules rules, String now) throws SQLException {
        FormEntries entries = new FormEntries(now);
        CustomData data = rules.userData().fresh();
        SearchRows search = new SearchRows();
        UserRecords records = new UserRecords(rules.userForm(), entries, data, search);
        for (List<Joined> joined : byMail.values()) {
            for (Joined one : joined) {
                Requester user = one.user();
                records.addUnasked(user);
            }
        }
        entries.write(connection);
        data.write(connection);
        search.write(connection);
    }
}
