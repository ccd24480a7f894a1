package dev.ticketwire.event.feed;

import dev.ticketwire.setup.database.Database;
import dev.ticketwire.testsupport.TestInfrastructure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A replica in a process of its own, which can be killed or stopped like a real one; it reads a {@link CountingLog}. */
final class ReplicaProcess implements AutoCloseable {
    static final Duration PACE = Duration.ofMillis(5);

    private final Process process;

    private ReplicaProcess(Process process) {
        this.process = process;
    }

    static ReplicaProcess start(Database database) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReplicaProcess.class.getName(),
                TestInfrastructure.bootstrapServers(),
                database.url(),
                database.user(),
                database.password());
        try {
            return new ReplicaProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/replica.log")))
                    .start());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Arguments: broker, database's URL, user, password. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", arguments[0]);
        var database = new org.mariadb.jdbc.MariaDbDataSource(
                arguments[1] + "?user=" + arguments[2] + "&password=" + arguments[3]);
        CaptureReplica replica = new CaptureReplica(FeedKit.parts(
                kafka,
                database,
                () -> new CountingLog(PACE),
                RowAssembler::new,
                (connection, ids) -> {
                    throw new UnsupportedOperationException();
                },
                () -> {
                    throw new UnsupportedOperationException();
                }));
        replica.start();
        System.in.read();
        replica.close();
        System.exit(0);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stands still, as in a long pause of the JVM or of its machine. */
    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** Ends in good order. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
