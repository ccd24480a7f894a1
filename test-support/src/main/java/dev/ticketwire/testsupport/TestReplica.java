package dev.ticketwire.testsupport;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import dev.ticketwire.quickstart.infrastructure.EmbeddedMariaDb;
import dev.ticketwire.quickstart.infrastructure.EmbeddedMariaDb.Durability;
import dev.ticketwire.quickstart.infrastructure.Folders;
import dev.ticketwire.quickstart.infrastructure.Ports;
import dev.ticketwire.setup.database.Database;
import dev.ticketwire.setup.database.DatabaseAdministration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A second MariaDB, which replicates one database from the server of the tests by GTID. Always a child process; ends
 * with the JVM.
 */
public final class TestReplica {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path home = Path.of("target", "replica").toAbsolutePath();
    private final EmbeddedMariaDb server;

    private TestReplica(int port) {
        this.server = new EmbeddedMariaDb(
                EmbeddedInfrastructure.sharedBinaries(), home, port, "root-of-a-replica", Durability.PROCESS);
    }

    /**
     * Starts a server that replicates what happens in a database from now on.
     *
     * @param primary administrator of the server of the tests
     * @param name of a database that is then made by {@link TestInfrastructure#helpDesk(String)}
     */
    public static TestReplica start(Database primary, String name) {
        TestReplica replica = new TestReplica(Ports.free());
        replica.endWithJvm();
        replica.install();
        String position = value(primary, "SELECT @@gtid_binlog_pos");
        replica.execute(
                "SET GLOBAL replicate_wild_do_table = '" + name.replace("_", "\\_") + ".%'",
                "SET GLOBAL gtid_slave_pos = '" + position + "'",
                "CHANGE MASTER TO master_host = '" + primary.host() + "', master_port = " + primary.port()
                        + ", master_user = '" + primary.user() + "', master_password = '" + primary.password()
                        + "', master_use_gtid = slave_pos, master_ssl = 0, master_connect_retry = 1",
                "START SLAVE");
        return replica;
    }

    /** The server that {@link #start} has started on this port, for a class of another class loader. */
    public static TestReplica running(int port) {
        return new TestReplica(port);
    }

    private void install() {
        ChildProcess.stopOrphan(pidFile(), server.mark(), LIMIT);
        Folders.delete(home);
        server.prepare();
        restart();
    }

    /** Gives a user of the primary the same rights here; users are not replicated. */
    public void grant(Database service) {
        DatabaseAdministration.grantRowsAndLog(server.root(), here(service), "%");
    }

    /** The same database and user on this server. */
    public Database here(Database there) {
        return new Database(server.root().host(), port(), there.name(), there.user(), there.password());
    }

    public int port() {
        return server.root().port();
    }

    /** Runs statements as this server's administrator. */
    public void execute(String... statements) {
        try {
            TestSql.execute(server.root(), statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The first value of a statement's result here. */
    public String value(String sql) {
        return value(server.root(), sql);
    }

    /** Ends the server as a crash does. */
    public void kill() {
        ProcessHandle process = ChildProcess.running(pidFile(), server.mark()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again after {@link #kill}. It needs {@code START SLAVE} then. */
    public void restart() {
        ProcessBuilder command = server.command();
        command.command().addAll(List.of("--server-id=2", "--log-slave-updates", "--read-only", "--skip-slave-start"));
        ChildProcess.start("replica", command, home.resolve("replica.log"), pidFile())
                .await(server.root()::answers, LIMIT);
    }

    private void endWithJvm() {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ChildProcess.stopOrphan(pidFile(), server.mark(), LIMIT), "stop-replica"));
    }

    private Path pidFile() {
        return home.resolveSibling("replica.pid");
    }

    private static String value(Database database, String sql) {
        try {
            return TestSql.texts(database, sql).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
