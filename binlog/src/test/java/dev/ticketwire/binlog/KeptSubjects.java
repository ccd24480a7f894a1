package dev.ticketwire.binlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A projection of one text of a table, by ticket; counts how often it was loaded. */
final class KeptSubjects implements Projection {
    final Map<Long, String> byTicket = new ConcurrentHashMap<>();
    final AtomicInteger loads = new AtomicInteger();
    private final String table;
    private final String column;
    /** Runs while the table is read. */
    volatile Runnable whileLoading = () -> {};

    KeptSubjects(String table, String column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public List<String> columns() {
        return List.of(column, "ticket_id");
    }

    @Override
    public void load(Connection snapshot) throws SQLException {
        byTicket.clear();
        byTicket.putAll(rows(snapshot));
        whileLoading.run();
        loads.incrementAndGet();
    }

    Map<Long, String> rows(Connection connection) throws SQLException {
        Map<Long, String> rows = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT ticket_id, IFNULL(" + column + ", '') FROM ost_" + table)) {
            while (row.next()) {
                rows.put(row.getLong(1), row.getString(2));
            }
        }
        return rows;
    }

    @Override
    public void apply(List<ChangedRow> transaction) {
        for (ChangedRow change : transaction) {
            Row before = change.before();
            Row after = change.after();
            if (before != null) {
                byTicket.remove(Objects.requireNonNull(before.number("ticket_id")));
            }
            if (after != null) {
                byTicket.put(
                        Objects.requireNonNull(after.number("ticket_id")),
                        Objects.requireNonNullElse(after.text(column), ""));
            }
        }
    }
}
