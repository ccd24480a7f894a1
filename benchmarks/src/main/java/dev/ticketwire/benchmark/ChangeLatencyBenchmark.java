package dev.ticketwire.benchmark;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures from the commit of a change to the record in Kafka, as a subscriber gets it, and to the stream. Times are of
 * this machine, which has the database too.
 */
final class ChangeLatencyBenchmark {
    private final Target target;
    private final Map<String, Long> inTopic = new ConcurrentHashMap<>();
    private final Map<String, Long> onStream = new ConcurrentHashMap<>();
    private final Map<String, ConsumerRecord<byte[], byte[]>> records = new ConcurrentHashMap<>();

    ChangeLatencyBenchmark(Target target) {
        this.target = target;
    }

    private void recorded(ConsumerRecord<byte[], byte[]> record) {
        String id = EventTopic.header(record, "ce_id");
        inTopic.put(id, System.currentTimeMillis());
        records.put(id, record);
    }

    private void streamed(String id) {
        onStream.putIfAbsent(id, System.currentTimeMillis());
    }

    /** Changes through the API at a fixed rate; a command's time is the one that the database gave it. */
    List<Measurement> api(double rate, MeasuringTime span, URI streams, Consumer<RequestOptions> identity)
            throws Exception {
        Measurement answers;
        long begin;
        try (EventTopic topic = new EventTopic(target.environment().kafka(), this::recorded);
                StreamClients client = StreamClients.open(streams, identity, 1, this::streamed)) {
            begin = System.currentTimeMillis();
            AsyncRequest update = new UpdateRequests(target.gateway(), target.numbers());
            String what = String.format("%.0f changes/s by the API: answers", rate);
            answers = OpenLoop.run("events.api.answers", what, update, rate, span);
            settle(topic);
        }
        long from = begin + span.warmUp().toMillis();
        Map<String, Long> commits = commits(target.connection(), from);
        String what = String.format("%.0f changes/s by the API: commit to ", rate);
        return List.of(
                answers,
                latencies("events.api.kafka", what + "Kafka", commits, "commandId", inTopic, span),
                latencies("events.api.stream", what + "stream", commits, "commandId", onStream, span));
    }

    /** Transfers as PHP commits them, from the last commit of each. */
    List<Measurement> sql(
            SqlChanges changes, int rate, MeasuringTime span, URI streams, Consumer<RequestOptions> identity)
            throws Exception {
        Map<String, Long> commits = new ConcurrentHashMap<>();
        inTopic.clear();
        onStream.clear();
        records.clear();
        try (EventTopic topic = new EventTopic(target.environment().kafka(), this::recorded);
                StreamClients client = StreamClients.open(streams, identity, 1, this::streamed)) {
            long start = System.nanoTime();
            for (int i = 0; !span.isOver(System.nanoTime() - start); i++) {
                OpenLoop.waitUntil(start + i * TimeUnit.SECONDS.toNanos(1) / rate);
                long ticket = changes.transfer();
                if (span.isMeasured(System.nanoTime() - start)) {
                    commits.put(Long.toString(ticket), System.currentTimeMillis());
                }
            }
            settle(topic);
        }
        String what = rate + " transfers/s by SQL: last commit to ";
        return List.of(
                latencies("events.sql.kafka", what + "Kafka", commits, "id", inTopic, span),
                latencies("events.sql.stream", what + "stream", commits, "id", onStream, span));
    }

    /** Until nothing has come for two seconds. */
    private static void settle(EventTopic topic) throws InterruptedException {
        long count;
        do {
            count = topic.count();
            TimeUnit.SECONDS.sleep(2);
        } while (topic.count() > count);
    }

    private static Map<String, Long> commits(Connection connection, long fromMillis) throws Exception {
        Map<String, Long> commits = new ConcurrentHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, CAST(UNIX_TIMESTAMP(applied_at) * 1000 AS SIGNED) FROM ticketwire_command"
                                + " WHERE state = 'applied' AND applied_at >= FROM_UNIXTIME(" + fromMillis / 1000.0
                                + ")")) {
            while (rows.next()) {
                commits.put(rows.getString(1), rows.getLong(2));
            }
        }
        return commits;
    }

    /** @param member of the data whose value is the key in {@code commits}; the last event of each counts */
    private Measurement latencies(
            String name,
            String what,
            Map<String, Long> commits,
            String member,
            Map<String, Long> arrivals,
            MeasuringTime span) {
        Map<String, Long> last = new ConcurrentHashMap<>();
        records.forEach((id, record) -> {
            Long arrival = arrivals.get(id);
            String key = JsonText.member(record.value(), member);
            if (arrival != null && commits.containsKey(key)) {
                last.merge(key, arrival, Math::max);
            }
        });
        LatencyRecorder recorder = new LatencyRecorder();
        last.forEach((key, arrival) ->
                recorder.answered(true, TimeUnit.MILLISECONDS.toNanos(arrival - commits.getOrDefault(key, arrival))));
        return recorder.measurement(name, what, span.measured()).failing(commits.size() - last.size());
    }
}
