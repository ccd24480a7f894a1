package dev.ticketwire.quickstart.infrastructure;

import dev.ticketwire.setup.topics.BrokerClient;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka broker on 127.0.0.1 in a separate JVM, without ZooKeeper. Its data stay in the given folder until that is
 * deleted. Topics are not created automatically.
 */
public final class EmbeddedKafka {
    private static final String CLUSTER = "dGlja2V0d2lyZS1sb2NhbA";
    private final Path home;
    private final int port;
    private final int controllerPort;

    /** @param home folder for data and configuration */
    public EmbeddedKafka(Path home, int port, int controllerPort) {
        this.home = home.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** @return the address for clients */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** @return a text that only the command line of this broker's process contains */
    public String mark() {
        return "-Dticketwire.kafka=" + home;
    }

    /** Writes the configuration and, the first time, formats the store. */
    public void prepare() {
        Folders.write(properties(), configuration());
        Folders.write(home.resolve("log4j2.properties"), LOGGING);
        Folders.write(home.resolve("classpath"), "-cp\n\"" + classPath().replace("\\", "\\\\") + "\"\n");
        if (!Files.exists(home.resolve("data/meta.properties"))) {
            format();
        }
    }

    private void format() {
        List<String> command = java(List.of("-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c"));
        command.add(properties().toString());
        Path log = home.resolve("format.log");
        ChildProcess.run(command, log, Duration.ofMinutes(2), "Kafka's store could not be formatted");
    }

    /**
     * @param options further JVM options
     * @return the command that runs the broker; it shuts down cleanly on SIGTERM
     */
    public ProcessBuilder command(List<String> options) {
        List<String> command = java(options);
        command.addAll(List.of("kafka.Kafka", properties().toString()));
        return new ProcessBuilder(command);
    }

    private List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(mark());
        command.addAll(List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        command.add("-Djava.io.tmpdir=" + Folders.create(home.resolve("tmp")));
        command.add("-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties"));
        command.addAll(options);
        command.add("@" + home.resolve("classpath"));
        return command;
    }

    /** @return whether the broker answers now */
    public boolean answers() {
        if (Ports.isFree(port)) {
            return false;
        }
        try (Admin admin = BrokerClient.of(Map.of("bootstrap.servers", bootstrapServers()))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path properties() {
        return home.resolve("server.properties");
    }

    /**
     * The quorum is in the configuration instead of the store, so that the ports may change. The session of a killed
     * broker ends after five seconds, about as long as a start takes: until then its successor is refused.
     */
    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                num.io.threads=2
                num.network.threads=2
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                message.max.bytes=%4$d
                log.cleaner.dedupe.buffer.size=8388608
                broker.session.timeout.ms=5000
                broker.heartbeat.interval.ms=1000
                """.formatted(port, controllerPort, home.resolve("data"), SuiteTopics.LONGEST_RECORD);
    }

    private static final String LOGGING = """
            status=warn
            appender.out.type=Console
            appender.out.name=out
            appender.out.layout.type=PatternLayout
            appender.out.layout.pattern=%d{ISO8601} %p %m (%c{1})%n
            rootLogger.level=info
            rootLogger.appenderRef.out.ref=out
            """;

    private static String classPath() {
        try (InputStream text = EmbeddedKafka.class.getResourceAsStream("/kafka.classpath")) {
            if (text == null) {
                throw new IllegalStateException("the build did not write kafka.classpath: run mvn package");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
