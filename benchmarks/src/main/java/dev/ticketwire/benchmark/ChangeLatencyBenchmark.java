package dev.ticketwire.benchmark;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures from the commit of a change to the record in Kafka, as a subscriber gets it, and to the stream. Times are of
 * this machine, which has the database too.
 */
final class ChangeLatencyBenchmark {
    private static final String NOTE = "body";

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

    /**
     * Updates through the API at a fixed rate. The commit lies between request and answer, so that the time from the
     * answer is a little too short, and from the request too long by all that the command takes.
     */
    List<Measurement> api(double rate, MeasuringTime span, URI streams, Consumer<RequestOptions> identity)
            throws Exception {
        Map<String, Long> requests = new ConcurrentHashMap<>();
        Map<String, Long> answers = new ConcurrentHashMap<>();
        Measurement answered;
        try (EventTopic topic = new EventTopic(target.environment().kafka(), this::recorded);
                StreamClients client = StreamClients.open(streams, identity, 1, this::streamed)) {
            long measured = System.currentTimeMillis() + span.warmUp().toMillis();
            String what = String.format("%.0f changes/s by the API: answers", rate);
            AsyncRequest update = () -> update(measured, requests, answers);
            answered = OpenLoop.run("events.api.answers", what, update, rate, span);
            settle(topic);
        }
        return List.of(
                answered,
                latencies("events.api.kafka", "  from the answer to Kafka", answers, NOTE, inTopic, span),
                latencies("events.api.stream", "  from the answer to the stream", answers, NOTE, onStream, span),
                latencies("events.api.whole", "  from the request to the stream", requests, NOTE, onStream, span));
    }

    private CompletionStage<Boolean> update(long measured, Map<String, Long> requests, Map<String, Long> answers) {
        long begin = System.currentTimeMillis();
        List<String> numbers = target.numbers();
        String number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
        String note = "latency " + UUID.randomUUID();
        String priority =
                UpdateRequests.PRIORITIES.get(ThreadLocalRandom.current().nextInt(4));
        String json = "{\"priority\":\"" + priority + "\",\"note\":\"" + note + "\",\"noteFormat\":\"text\"}";
        return target.gateway().patch("/tickets/" + number, json, 200).whenComplete((good, error) -> {
            if (begin >= measured && error == null && good) {
                requests.put(note, begin);
                answers.put(note, System.currentTimeMillis());
            }
        });
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
