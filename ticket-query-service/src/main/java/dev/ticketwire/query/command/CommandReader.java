package dev.ticketwire.query.command;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.osticket.mail.MailSwitch;
import dev.ticketwire.osticket.read.HelpDeskReads;
import dev.ticketwire.osticket.read.InboxRepository;
import dev.ticketwire.osticket.schema.InboxEntry;
import dev.ticketwire.osticket.sql.Placeholders;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the inbox. One statement each, and one more for the mails of an applied command. */
@ApplicationScoped
class CommandReader {
    private static final String ITEMS =
            "SELECT id, outcome FROM ticketwire_command WHERE outcome IS NOT NULL AND id IN ";

    private static final String MAILS =
            "SELECT state, COUNT(*) FROM ticketwire_mail WHERE command_id = ? GROUP BY state";

    private final InboxRepository inbox;
    private final HelpDeskReads reads;
    private final MailSwitch mails;

    CommandReader(InboxRepository inbox, HelpDeskReads reads, MailSwitch mails) {
        this.inbox = inbox;
        this.reads = reads;
        this.mails = mails;
    }

    Optional<CommandView> find(String id) {
        return inbox.lookUp(id).map(entry -> CommandView.ofEntry(entry, mails(entry)));
    }

    private @Nullable MailCounts mails(InboxEntry entry) {
        if (!entry.state.equals("applied")) {
            return null;
        }
        return mails.isOn() ? reads.read(connection -> mails(connection, entry.id)) : MailCounts.OFF;
    }

    private static MailCounts mails(Connection connection, String command) throws SQLException {
        Map<String, Integer> byState = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(MAILS)) {
            statement.setString(1, command);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byState.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return MailCounts.of(byState);
    }

    /** The outcomes of a bulk's items, in no order; an item without an outcome is missing. */
    List<BulkItemView> items(UUID bulk, int count) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            indexes.put(BulkId.item(bulk, i).toString(), i);
        }
        return reads.read(connection -> items(connection, indexes));
    }

    private static List<BulkItemView> items(Connection connection, Map<String, Integer> indexes) throws SQLException {
        String sql = ITEMS + Placeholders.in(indexes.size());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Placeholders.bind(statement, 1, indexes.keySet());
            try (ResultSet row = statement.executeQuery()) {
                return items(row, indexes);
            }
        }
    }

    private static List<BulkItemView> items(ResultSet row, Map<String, Integer> indexes) throws SQLException {
        List<BulkItemView> items = new ArrayList<>();
        while (row.next()) {
            Integer index = indexes.get(row.getString("id"));
            if (index != null) {
                items.add(new BulkItemView(index, row.getString("outcome")));
            }
        }
        return items;
    }
}
