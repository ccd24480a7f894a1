package dev.ticketwire.query.command;

import dev.ticketwire.contract.command.BulkId;
import dev.ticketwire.osticket.read.HelpDeskReads;
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

/** Reads the inbox. One statement each. */
@ApplicationScoped
class CommandReader {
    private static final String COMMAND = "SELECT " + CommandView.COLUMNS + " FROM ticketwire_command WHERE id = ?";
    private static final String ITEMS =
            "SELECT id, outcome FROM ticketwire_command WHERE outcome IS NOT NULL AND id IN (?";

    private final HelpDeskReads reads;

    CommandReader(HelpDeskReads reads) {
        this.reads = reads;
    }

    Optional<CommandView> find(String id) {
        return reads.read(connection -> find(connection, id));
    }

    private static Optional<CommandView> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMMAND)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(CommandView.read(row)) : Optional.empty();
            }
        }
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
        String sql = ITEMS + ", ?".repeat(indexes.size() - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (String id : indexes.keySet()) {
                statement.setString(parameter++, id);
            }
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
