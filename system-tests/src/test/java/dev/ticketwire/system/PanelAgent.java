package dev.ticketwire.system;

import java.sql.SQLException;

/** What osTicket's panel writes for an agent: statement by statement, each a commit of its own. */
final class PanelAgent {
    private final SuiteDatabase database;
    private final int agent;

    PanelAgent(SuiteDatabase database, int agent) {
        this.database = database;
        this.agent = agent;
    }

    void transfer(String number, int department) throws SQLException {
        database.execute(
                "UPDATE ost_ticket SET dept_id = " + department + ", updated = NOW() WHERE " + is(number),
                event(number, "transferred", "'mira', " + agent));
    }

    void assign(String number, int to) throws SQLException {
        database.execute(
                "UPDATE ost_ticket SET staff_id = " + to + ", updated = NOW() WHERE " + is(number),
                event(number, "assigned", "'mira', " + agent));
    }

    void reply(String number, String text) throws SQLException {
        database.execute(
                entry(number, 'R', agent, 0, text),
                "UPDATE ost_ticket SET isanswered = 1, updated = NOW() WHERE " + is(number));
    }

    void note(String number, String text) throws SQLException {
        database.execute(entry(number, 'N', agent, 0, text));
    }

    /** The customer answers by mail. */
    void message(String number, int customer, String text) throws SQLException {
        database.execute(
                entry(number, 'M', 0, customer, text),
                "UPDATE ost_ticket SET isanswered = 0, lastupdate = NOW() WHERE " + is(number));
    }

    /** The cron job marks the ticket. */
    void overdue(String number) throws SQLException {
        database.execute(
                "UPDATE ost_ticket SET isoverdue = 1, updated = NOW() WHERE " + is(number),
                event(number, "overdue", "'SYSTEM', NULL"));
    }

    private static String entry(String number, char type, int staff, int customer, String text) {
        return "INSERT INTO ost_thread_entry (pid, thread_id, staff_id, user_id, type, flags, poster, title, body,"
                + " format, ip_address, created, updated) SELECT 0, h.id, " + staff + ", " + customer + ", '" + type
                + "', 0, 'Somebody', '', '<p>" + text + "</p>', 'html', '127.0.0.1', NOW(), NOW() " + thread(number);
    }

    private static String event(String number, String name, String actor) {
        return "INSERT INTO ost_thread_event (thread_id, thread_type, event_id, staff_id, team_id, dept_id,"
                + " topic_id, username, uid, uid_type, annulled, timestamp) SELECT h.id, 'T', (SELECT id FROM ost_event"
                + " WHERE name = '" + name + "'), 0, 0, t.dept_id, t.topic_id, " + actor + ", 'S', 0, NOW() "
                + thread(number);
    }

    private static String thread(String number) {
        return "FROM ost_ticket t JOIN ost_thread h ON h.object_id = t.ticket_id AND h.object_type = 'T' WHERE t."
                + is(number);
    }

    private static String is(String number) {
        return "number = '" + number + "'";
    }
}
