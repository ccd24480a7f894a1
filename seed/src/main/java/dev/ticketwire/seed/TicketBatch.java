package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Complete tickets that are written in one transaction. */
final class TicketBatch {
    private final HelpDesk desk;
    private final Map<SeededTable, TableRows> rows = new EnumMap<>(SeededTable.class);

    TicketBatch(HelpDesk desk) {
        this.desk = desk;
    }

    TableRows to(SeededTable table) {
        return rows.computeIfAbsent(table, t -> new TableRows());
    }

    /** @throws SQLException if a row is refused; then nothing of the batch is stored */
    void write(Connection connection, RowLoader loader) throws SQLException {
        try {
            for (Map.Entry<SeededTable, TableRows> part : rows.entrySet()) {
                loader.load(
                        connection,
                        part.getKey().name(desk.prefix()),
                        part.getKey().columns(more(part.getKey())),
                        part.getValue());
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private List<String> more(SeededTable table) {
        return switch (table) {
            case TICKET_ANSWERS -> desk.ticketForm().columns();
            case USER_ANSWERS -> desk.userForm().columns();
            default -> List.of();
        };
    }
}
