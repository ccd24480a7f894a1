package dev.ticketwire.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whole tickets that are written in one transaction. */
final class Batch {
    private final Desk desk;
    private final Map<Table, Rows> rows = new EnumMap<>(Table.class);

    Batch(Desk desk) {
        this.desk = desk;
    }

    Rows to(Table table) {
        return rows.computeIfAbsent(table, t -> new Rows());
    }

    /** @throws SQLException if any row is refused; then none of the batch is there */
    void write(Connection connection, Loader loader) throws SQLException {
        try {
            for (Map.Entry<Table, Rows> part : rows.entrySet()) {
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

    private List<String> more(Table table) {
        return switch (table) {
            case TICKET_ANSWERS -> desk.ticketForm().columns();
            case USER_ANSWERS -> desk.userForm().columns();
            default -> List.of();
        };
    }
}
