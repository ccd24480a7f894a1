package dev.ticketwire.testsupport;

import dev.ticketwire.quickstart.infrastructure.ChildProcess;
import dev.ticketwire.quickstart.infrastructure.EmbeddedKafka;
import dev.ticketwire.quickstart.infrastructure.EmbeddedMariaDb;
import dev.ticketwire.quickstart.infrastructure.EmbeddedMariaDb.Durability;
import dev.ticketwire.quickstart.infrastructure.Folders;
import dev.ticketwire.quickstart.infrastructure.Ports;
import dev.ticketwire.setup.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Child processes with their data below {@code target/} of the module under test. */
final class EmbeddedInfrastructure implements Infrastructure {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private final Path home = ownFolder();
    private final EmbeddedMariaDb mariaDb = new EmbeddedMariaDb(
            sharedBinaries(), home.resolve("mariadb"), Ports.free(), "root-of-a-test", Durability.PROCESS);

    @Override
    public Database startDatabase() {
        Path pidFile = home.resolve("mariadb.pid");
        ChildProcess.stopOrphan(pidFile, mariaDb.mark(), LIMIT);
        prepareOneAtATime();
        ChildProcess child = ChildProcess.start("mariadb", mariaDb.command(), home.resolve("mariadb.log"), pidFile);
        endWithJvm(child);
        child.await(mariaDb.root()::answers, LIMIT);
        return mariaDb.root();
    }

    /** Modules share the unpacked programs, and may be tested in parallel. */
    private void prepareOneAtATime() {
        Path folder = Folders.create(sharedBinaries());
        try (FileChannel channel = open(folder.resolve("lock"));
                FileLock lock = channel.lock()) {
            mariaDb.prepare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The broker starts empty, so that tests do not read records of earlier runs. */
    @Override
    public String startBroker() {
        Path folder = home.resolve("kafka");
        EmbeddedKafka kafka = new EmbeddedKafka(folder, Ports.free(), Ports.free());
        Path pidFile = home.resolve("kafka.pid");
        ChildProcess.stopOrphan(pidFile, kafka.mark(), LIMIT);
        Folders.delete(folder);
        kafka.prepare();
        ChildProcess child = ChildProcess.start(
                "kafka", kafka.command(List.of("-XX:TieredStopAtLevel=1")), home.resolve("kafka.log"), pidFile);
        endWithJvm(child);
        child.await(kafka::answers, LIMIT);
        return kafka.bootstrapServers();
    }

    @Override
    public ProcessBuilder client(Database database) {
        return mariaDb.client(database);
    }

    private static void endWithJvm(ChildProcess child) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> child.stop(Duration.ofSeconds(20)), "stop-" + child.name()));
    }

    /** Beside the compiled classes of this module, so that the programs are unpacked once for all modules. */
    static Path sharedBinaries() {
        try {
            Path classes = Path.of(EmbeddedInfrastructure.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("mariadb-binaries");
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first folder that no other test JVM uses; kept locked until this JVM ends. */
    private static Path ownFolder() {
        for (int number = 1; ; number++) {
            Path folder =
                    Folders.create(Path.of("target", "infrastructure-" + number).toAbsolutePath());
            if (lock(folder.resolve("lock")) != null) {
                return folder;
            }
        }
    }

    private static @Nullable FileLock lock(Path file) {
        try {
            return open(file).tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
