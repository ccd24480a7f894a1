package dev.ticketwire.quickstart.infrastructure;

import dev.ticketwire.setup.database.Database;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB 11.4 server on 127.0.0.1, with a row-based binary log. Its data stay in the given folder until that is
 * deleted.
 */
public final class EmbeddedMariaDb {
    private static final List<String> NETWORK = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            // Loopback only; besides, the server would generate a certificate at every start, which takes 3 to 15 s.
            "--skip-ssl",
            "--max-connections=200",
            "--max-allowed-packet=128M",
            "--character-set-server=utf8mb4");

    private final MariaDbBinaries binaries;
    private final Path home;
    private final int port;
    private final String rootPassword;
    private final Durability durability;

    /** What a commit waits for. */
    public enum Durability {
        /** The disk: what was committed is there after a power failure. */
        DISK,
        /** The operating system: it is there after the server was killed. For tests. */
        PROCESS
    }

    /**
     * @param binaries folder for the unpacked programs; may be shared by several servers
     * @param home folder for data, socket and log
     * @param rootPassword of {@code root@127.0.0.1}; set at every start
     */
    public EmbeddedMariaDb(Path binaries, Path home, int port, String rootPassword, Durability durability) {
        this.binaries = new MariaDbBinaries(binaries.toAbsolutePath());
        this.home = home.toAbsolutePath();
        this.port = port;
        this.rootPassword = rootPassword;
        this.durability = durability;
    }

    /** @return the server as its administrator, in the system database */
    public Database root() {
        return new Database("127.0.0.1", port, "mysql", "root", rootPassword);
    }

    /** @return what the command line of this server's process holds and no other one's */
    public String mark() {
        return "--datadir=" + data();
    }

    /** @return whether the folder holds no data yet */
    public boolean isNew() {
        return !Files.exists(home.resolve("installed"));
    }

    /**
     * Unpacks the programs and makes the system tables, where missing.
     *
     * @throws IllegalStateException if this machine cannot run it
     */
    public void prepare() {
        binaries.unpack();
        if (isNew()) {
            Folders.delete(data());
            Folders.create(home);
            install();
            Folders.write(home.resolve("installed"), "");
        }
    }

    private void install() {
        List<String> command = new ArrayList<>(List.of(
                binaries.installer().toString(),
                "--no-defaults",
                "--force",
                "--skip-test-db",
                "--auth-root-authentication-method=normal",
                "--basedir=" + binaries.folder(),
                "--datadir=" + data()));
        runAs(command);
        Path log = home.resolve("install.log");
        ChildProcess.run(command, log, Duration.ofMinutes(3), "MariaDB's system tables could not be made");
    }

    /** @return the command that runs the server; it ends in good order on SIGTERM */
    public ProcessBuilder command() {
        Path accounts = home.resolve("accounts.sql");
        Folders.writeSecret(accounts, accounts());
        List<String> command = new ArrayList<>();
        command.addAll(List.of(binaries.server().toString(), "--no-defaults", mark()));
        command.addAll(places(accounts));
        command.addAll(NETWORK);
        command.addAll(memory());
        command.addAll(binaryLog());
        runAs(command);
        return new ProcessBuilder(command);
    }

    private List<String> places(Path accounts) {
        return List.of(
                "--basedir=" + binaries.folder(),
                "--lc-messages-dir=" + binaries.folder().resolve("share"),
                "--init-file=" + accounts,
                "--port=" + port,
                "--socket=" + socket(),
                "--tmpdir=" + Folders.create(home.resolve("tmp")),
                "--pid-file=" + home.resolve("mariadbd.pid"));
    }

    private List<String> memory() {
        return List.of(
                "--innodb-buffer-pool-size=" + BufferPoolSize.bytes(data()),
                "--innodb-log-file-size=256M",
                // New words are cached up to this size before the full-text index is written.
                "--innodb-ft-cache-size=64M");
    }

    private List<String> binaryLog() {
        boolean disk = durability == Durability.DISK;
        return List.of(
                "--innodb-flush-log-at-trx-commit=" + (disk ? 1 : 2),
                "--sync-binlog=" + (disk ? 1 : 0),
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                // Large enough for a batch of commands; a larger transaction uses a temporary file.
                "--binlog-cache-size=2M",
                "--expire-logs-days=3",
                "--server-id=1");
    }

    /**
     * A path of more than 107 bytes cannot be a socket; the client never uses it, so the name is short and relative.
     */
    private static String socket() {
        return "mariadb.sock";
    }

    private Path data() {
        return home.resolve("data");
    }

    private static void runAs(List<String> command) {
        if (new File("/proc/self").exists() && "root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
    }

    /** Runs at every start, before the first connection: one statement a line. */
    private String accounts() {
        String password = "'" + rootPassword.replace("'", "''") + "'";
        return """
                CREATE USER IF NOT EXISTS root@'127.0.0.1';
                ALTER USER root@'127.0.0.1' IDENTIFIED BY %1$s;
                GRANT ALL PRIVILEGES ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
                ALTER USER IF EXISTS root@localhost IDENTIFIED BY %1$s;
                """.formatted(password);
    }

    /** @return the program that reads SQL from its standard input, for {@code database} */
    public ProcessBuilder client(Database database) {
        ProcessBuilder command = new ProcessBuilder(
                binaries.client().toString(),
                "--no-defaults",
                "--skip-ssl",
                "--protocol=tcp",
                "--host=" + database.host(),
                "--port=" + database.port(),
                "--user=" + database.user(),
                "--default-character-set=utf8mb4",
                "--max-allowed-packet=128M",
                database.name());
        command.environment().put("MYSQL_PWD", database.password());
        return command;
    }
}
