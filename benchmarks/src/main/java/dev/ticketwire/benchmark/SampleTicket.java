package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** The newest ticket with all its rows and its requester: the template of the copies. */
final class SampleTicket {
    final String prefix;
    final SampleRows emails;
    final SampleRows users;
    final SampleRows userForms;
    final SampleRows userAnswers;
    final SampleRows userData;
    final SampleRows userSearch;
    final SampleRows tickets;
    final SampleRows threads;
    final SampleRows forms;
    final SampleRows answers;
    final SampleRows data;
    final SampleRows events;
    final SampleRows entries;
    final SampleRows search;
    final SampleRows commands;

    SampleTicket(Connection connection) throws SQLException {
        prefix = TicketTables.prefix(connection);
        String ticket = one(connection, "SELECT MAX(ticket_id) FROM ticketwire_command");
        String user = one(connection, "SELECT user_id FROM " + prefix + "ticket WHERE ticket_id = " + ticket);
        String thread = one(
                connection, "SELECT id FROM " + prefix + "thread WHERE object_type = 'T' AND object_id = " + ticket);
        String ofTicket = "object_type = 'T' AND object_id = " + ticket;
        String ofUser = "object_type = 'U' AND object_id = " + user;
        String ofForms = "entry_id IN (SELECT id FROM " + prefix + "form_entry WHERE ";
        emails = rows(connection, "INSERT IGNORE INTO", "user_email", "user_id = " + user);
        users = rows(connection, "INSERT INTO", "user", "id = " + user);
        userForms = rows(connection, "INSERT INTO", "form_entry", ofUser);
        userAnswers = rows(connection, "INSERT INTO", "form_entry_values", ofForms + ofUser + ")");
        userData = rows(connection, "INSERT IGNORE INTO", "user__cdata", "user_id = " + user);
        userSearch = rows(connection, "REPLACE INTO", "_search", ofUser);
        tickets = rows(connection, "INSERT INTO", "ticket", "ticket_id = " + ticket);
        threads = rows(connection, "INSERT INTO", "thread", "id = " + thread);
        forms = rows(connection, "INSERT INTO", "form_entry", ofTicket);
        answers = rows(connection, "INSERT INTO", "form_entry_values", ofForms + ofTicket + ")");
        data = rows(connection, "INSERT IGNORE INTO", "ticket__cdata", "ticket_id = " + ticket);
        events = rows(connection, "INSERT INTO", "thread_event", "thread_id = " + thread);
        entries = rows(connection, "INSERT INTO", "thread_entry", "thread_id = " + thread);
        search = rows(
                connection,
                "REPLACE INTO",
                "_search",
                ofTicket + " OR object_type = 'H' AND object_id IN (SELECT id FROM " + prefix
                        + "thread_entry WHERE thread_id = " + thread + ")");
        commands = new SampleRows(connection, "INSERT INTO", "ticketwire_command", "ticket_id = " + ticket);
    }

    private SampleRows rows(Connection connection, String verb, String table, String where) throws SQLException {
        return new SampleRows(connection, verb, prefix + table, where);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        String value = TicketTables.column(connection, sql).getFirst();
        if (value == null) {
            throw new IllegalStateException("There is no ticket made by a command yet: run create first.");
        }
        return value;
    }
}
