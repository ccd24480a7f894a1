package dev.ticketwire.sample;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints the ticket events. The optional argument is a file of settings of Kafka's consumer, such as {@code
 * bootstrap.servers}, {@code group.id} and {@code sasl.jaas.config}.
 */
public final class Main {
    static final String TOPIC = "osticket.ticket-events";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        EventLoop loop = new EventLoop(
                new KafkaConsumer<>(settings(arguments), new StringDeserializer(), new ByteArrayDeserializer()),
                TOPIC,
                event -> System.out.println(EventLine.of(event)));
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(loop, main), "stop"));
        loop.run();
    }

    private static Properties settings(String[] arguments) throws IOException {
        Properties settings = new Properties();
        settings.putAll(defaults());
        if (arguments.length > 0) {
            try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
                settings.load(file);
            }
        }
        return settings;
    }

    static Map<String, String> defaults() {
        return Map.of(
                "bootstrap.servers",
                System.getenv().getOrDefault("KAFKA_BOOTSTRAP", "127.0.0.1:9092"),
                "group.id",
                System.getenv().getOrDefault("GROUP", "sample-event-consumer"),
                // Events are published in transactions; without this, those of an aborted one are read too.
                "isolation.level",
                "read_committed",
                // A new group begins with the oldest event kept; also one whose offsets have expired.
                "auto.offset.reset",
                "earliest",
                // EventLoop commits, after the handler.
                "enable.auto.commit",
                "false");
    }

    /** Waits until the events in hand are handled and committed. */
    private static void stop(EventLoop loop, Thread main) {
        loop.stop();
        try {
            main.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
