package dev.ticketwire.binlog;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A capture that reads the log of a real server from the moment before each test. */
abstract class LogTest {
    static final TestHelpDesk DESK = TestInfrastructure.helpDesk("captured");
    static final List<CapturedTable> TABLES = List.of(
            new CapturedTable(
                    "ticket",
                    List.of(
                            "ticket_id",
                            "number",
                            "status_id",
                            "dept_id",
                            "source",
                            "isoverdue",
                            "duedate",
                            "closed",
                            "created",
                            "version")),
            new CapturedTable("ticket__cdata", List.of("ticket_id", "subject")),
            new CapturedTable("thread_entry", List.of("id", "type", "title", "body")));

    HeardLog log = new HeardLog(reading());

    static LogReading reading() {
        Database service = DESK.service();
        LogSource source = new LogSource(service.url(), service.user(), service.password());
        return new LogReading(source, TABLES, LogTest::end, true);
    }

    static LogPosition end() {
        try (Connection connection = DESK.service().connect()) {
            return LogPosition.end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void read() throws SQLException {
        log.readFrom(log.now());
    }

    @AfterEach
    void stop() {
        log.close();
    }

    /** In one session. */
    static void run(String... statements) throws SQLException {
        Database root = DESK.root();
        try (Connection connection = DriverManager.getConnection(
                        root.url() + "?allowLocalInfile=true", root.user(), root.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String ticket(int id) {
        return "INSERT INTO ost_ticket SET ticket_id = " + id + ", number = '" + id
                + "', source = 'API', created = '2026-01-02 03:04:05', updated = '2026-01-02 03:04:05'";
    }
}
