import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes ticket events into the topic at a steady rate, for build/verify-webhooks. Event {@code n} is of class
 * {@code n % classes}; each class has its own tickets, which take turns. In its data, {@code @NUMBER@} is the ticket's number
 * and {@code @MARK@} is {@code n} and the microseconds at which it was written.
 *
 * <p>Arguments: brokers, a file with a line {@code type TAB data} for each class, tickets of a class, name of the run. Standard
 * input: {@code FIRST COUNT RATE}. Standard output, once all are acknowledged: how many are.
 */
public final class EventWriter {
    private static final String TOPIC = "osticket.ticket-events";
    private static final int FIRST_NUMBER = 500_000;

    private final KafkaProducer<String, byte[]> producer;
    private final List<String[]> classes;
    private final int tickets;
    private final String run;

    private EventWriter(KafkaProducer<String, byte[]> producer, List<String[]> classes, int tickets, String run) {
        this.producer = producer;
        this.classes = classes;
        this.tickets = tickets;
        this.run = run;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", arguments[0], "acks", "all", "enable.idempotence", true, "linger.ms", 0);
        List<String[]> classes = Files.readAllLines(Path.of(arguments[1])).stream()
                .map(line -> line.split("\t", 2))
                .toList();
        try (KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
            EventWriter writer = new EventWriter(producer, classes, Integer.parseInt(arguments[2]), arguments[3]);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] command = line.split(" ");
                System.out.println(writer.write(
                        Integer.parseInt(command[0]), Integer.parseInt(command[1]), Double.parseDouble(command[2])));
            }
        }
    }

    private int write(int first, int count, double rate) {
        AtomicInteger acknowledged = new AtomicInteger();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos((long) (began + i * 1e9 / rate) - System.nanoTime());
            producer.send(event(first + i), (written, failure) -> {
                if (failure == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }
        producer.flush();
        return acknowledged.get();
    }

    private ProducerRecord<String, byte[]> event(int n) {
        int kind = n % classes.size();
        String type = classes.get(kind)[0];
        String number = Integer.toString(FIRST_NUMBER + kind * tickets + n / classes.size() % tickets);
        Instant now = Instant.now();
        String data = classes.get(kind)[1]
                .replace("@NUMBER@", number)
                .replace("@MARK@", "mark " + n + " " + ChronoUnit.MICROS.between(Instant.EPOCH, now));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, number, data.getBytes(StandardCharsets.UTF_8));
        Map.of("ce_specversion", "1.0", "ce_id", run + "-" + n, "ce_source", "/osticket", "ce_type", type,
                        "ce_subject", number, "ce_time", now.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "ce_dataschema", "urn:ticketwire:event:" + type, "ce_partitionkey", number,
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
