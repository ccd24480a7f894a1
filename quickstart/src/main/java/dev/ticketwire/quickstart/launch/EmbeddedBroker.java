package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.EmbeddedKafka;
import dev.ticketwire.quickstart.infrastructure.Folders;
import dev.ticketwire.setup.topics.SuiteTopics;
import java.time.Duration;

/** The embedded Kafka with the suite's topics. */
final class EmbeddedBroker {
    static final String LABEL = "kafka";
    static final String CONTROLLER = "kafka-controller";
    private final SuiteHome home;
    private final EmbeddedKafka kafka;

    EmbeddedBroker(SuiteHome home, RememberedPorts ports) {
        this.home = home;
        this.kafka = new EmbeddedKafka(home.kafka(), ports.of(LABEL), ports.of(CONTROLLER));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    SupervisedProcess start(LauncherConsole console) {
        kafka.prepare();
        SupervisedProcess process =
                new SupervisedProcess(LABEL, () -> kafka.command(JvmCommands.broker(home)), home, console);
        process.start(kafka::answers, Duration.ofMinutes(5));
        SuiteTopics.create(kafka.bootstrapServers());
        return process;
    }

    static void erase(SuiteHome home) {
        Folders.delete(home.kafka());
    }
}
