package dev.ticketwire.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The server's general log, written to a table while this is open. */
final class StatementLog implements AutoCloseable {
    private static final String OTHERS =
            "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()";
    private static final String LOGGED = """
            SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log
            WHERE command_type IN ('Query', 'Execute')
              AND (argument LIKE 'SELECT%' OR argument LIKE 'SET STATEMENT%') AND argument LIKE '%ticket%'
              AND argument NOT LIKE '%general_log%' AND argument NOT LIKE '%information_schema%'
            ORDER BY event_time""";

    private final Connection administrator;
    private final String output;

    private StatementLog(Connection administrator, String output) {
        this.administrator = administrator;
        this.output = output;
    }

    static StatementLog open(Connection administrator) throws SQLException {
        String output =
                TicketTables.column(administrator, "SELECT @@log_output").getFirst();
        StatementLog log = new StatementLog(administrator, output);
        log.run("SET GLOBAL log_output = 'TABLE'", "TRUNCATE TABLE mysql.general_log", "SET GLOBAL general_log = 1");
        return log;
    }

    /**
     * Closes all other connections first, so that statements are prepared again and logged with their values.
     *
     * @return the SELECT statements of the services for {@code request}, with their values
     */
    static List<String> selectsOf(Connection administrator, Runnable request) throws SQLException {
        endOtherConnections(administrator);
        try (StatementLog log = open(administrator)) {
            request.run();
            log.stop();
            return TicketTables.column(administrator, LOGGED);
        }
    }

    private static void endOtherConnections(Connection administrator) throws SQLException {
        for (String id : TicketTables.column(administrator, OTHERS)) {
            try (Statement statement = administrator.createStatement()) {
                statement.execute("KILL CONNECTION " + id);
            } catch (SQLException e) {
                // it has ended meanwhile
                continue;
            }
        }
    }

    void stop() throws SQLException {
        run("SET GLOBAL general_log = 0");
    }

    @Override
    public void close() throws SQLException {
        run(
                "SET GLOBAL general_log = 0",
                "TRUNCATE TABLE mysql.general_log",
                "SET GLOBAL log_output = '" + output + "'");
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
