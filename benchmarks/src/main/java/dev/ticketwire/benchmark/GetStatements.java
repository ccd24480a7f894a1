package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The statements of a get, taken from the server's log of a real one. Each has one {@code ?}: the ticket number, and
 * the thread id.
 */
record GetStatements(String ticket, String entries) {

    /**
     * Records the statements while {@code get} runs.
     *
     * @param number of the ticket that it reads
     */
    static GetStatements recorded(Connection administrator, String number, Runnable get) throws SQLException {
        try (StatementLog log = StatementLog.open(administrator)) {
            get.run();
            log.stop();
            return found(administrator, number);
        }
    }

    private static GetStatements found(Connection connection, String number) throws SQLException {
        String prefix = TicketTables.prefix(connection);
        String thread = TicketTables.column(
                        connection,
                        "SELECT th.id FROM " + prefix + "thread th JOIN " + prefix + "ticket t ON t.ticket_id ="
                                + " th.object_id AND th.object_type = 'T' WHERE t.number = '" + number + "'")
                .getFirst();
        return new GetStatements(
                ofTicketForm(connection, statement(connection, "t.number = ", "'" + number + "'")),
                statement(connection, "thread_id = ", thread));
    }

    /** Inserts the ids of the form and the fields of subject and priority if the log does not show them. */
    private static String ofTicketForm(Connection connection, String sql) throws SQLException {
        String prefix = TicketTables.prefix(connection);
        String form = TicketTables.column(connection, "SELECT MIN(id) FROM " + prefix + "form WHERE type = 'T'")
                .getFirst();
        String field = "SELECT id FROM " + prefix + "form_field WHERE form_id = " + form + " AND name = ";
        String subject = TicketTables.column(connection, field + "'subject'").getFirst();
        String priority = TicketTables.column(connection, field + "'priority'").getFirst();
        return sql.replace("f.form_id = ?", "f.form_id = " + form)
                .replace("subject.field_id = ?", "subject.field_id = " + subject)
                .replace("priority.field_id = ?", "priority.field_id = " + priority);
    }

    /** The log shows the value, or a {@code ?} if the statement was prepared before logging was enabled. */
    private static String statement(Connection connection, String before, String value) throws SQLException {
        String sql = "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                + " WHERE command_type IN ('Query', 'Execute') AND (argument LIKE ? OR argument LIKE ?)"
                + " AND argument NOT LIKE '%general_log%' ORDER BY event_time LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%" + before + value + "%");
            statement.setString(2, "%" + before + "?%");
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The server's log shows no statement with " + before + value);
                }
                return row.getString(1).replace(before + value, before + '?');
            }
        }
    }

    /** One connection's statements, prepared on the server as the query service prepares them. */
    private record Prepared(
            Connection connection, PreparedStatement ticket, PreparedStatement entries, List<String> numbers)
            implements ParallelConnections.Work {

        @Override
        public int once() throws SQLException {
            String number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
            if (!read(number)) {
                throw new IllegalStateException("ticket " + number + " is gone");
            }
            return 1;
        }

        /** Reads a ticket and its entries, every column of every row. @return whether there is such a ticket */
        boolean read(String number) throws SQLException {
            ticket.setString(1, number);
            String thread = null;
            try (ResultSet row = ticket.executeQuery()) {
                if (row.next()) {
                    thread = row.getString("thread_id");
                    readAll(row);
                }
            }
            if (thread == null) {
                return false;
            }
            entries.setString(1, thread);
            try (ResultSet row = entries.executeQuery()) {
                while (row.next()) {
                    readAll(row);
                }
            }
            return true;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static void readAll(ResultSet row) throws SQLException {
        for (int column = row.getMetaData().getColumnCount(); column > 0; column--) {
            row.getString(column);
        }
    }

    /** The work of one connection. */
    static ParallelConnections.Work work(Connection connection, GetStatements statements, List<String> numbers)
            throws SQLException {
        return new Prepared(
                connection,
                connection.prepareStatement(statements.ticket),
                connection.prepareStatement(statements.entries),
                numbers);
    }
}
