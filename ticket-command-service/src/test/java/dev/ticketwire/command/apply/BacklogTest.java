package dev.ticketwire.command.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<Poll> meanwhile = new ArrayList<>();
    private final Backlog backlog = new Backlog(atMost(10, 1_000), tasks::add, this::apply);

    @Test
    void what_is_polled_while_a_batch_is_applied_becomes_one_batch() {
        meanwhile.addAll(List.of(poll(2), poll(3), poll(1)));
        backlog.add(poll(1));

        runAll();

        assertThat(batches).containsExactly(1, 6);
    }

    @Test
    void a_batch_is_cut_at_the_most_records() {
        meanwhile.addAll(List.of(poll(6), poll(3), poll(2)));
        backlog.add(poll(1));

        runAll();

        assertThat(batches).containsExactly(1, 9, 2);
    }

    @Test
    void a_batch_is_cut_at_the_most_bytes_and_a_larger_poll_is_one_of_its_own() {
        meanwhile.addAll(List.of(poll(1, 800), poll(1, 5_000), poll(1, 400), poll(1, 600)));
        backlog.add(poll(1));

        runAll();

        assertThat(batches).containsExactly(1, 1, 1, 2);
    }

    @Test
    void a_full_backlog_asks_for_no_more_until_it_is_worked_off() {
        CompletionStage<Void> first = backlog.add(poll(9));
        CompletionStage<Void> second = backlog.add(poll(1));

        assertThat(first).isCompleted();
        assertThat(second).isNotDone();

        runAll();

        assertThat(second).isCompleted();
    }

    @Test
    void work_starts_again_after_a_pause() {
        backlog.add(poll(1));
        runAll();
        backlog.add(poll(2));
        runAll();

        assertThat(batches).containsExactly(1, 2);
    }

    private boolean apply(List<Poll> polls) {
        batches.add(polls.stream().mapToInt(poll -> poll.deliveries().size()).sum());
        List.copyOf(meanwhile).forEach(backlog::add);
        meanwhile.clear();
        return true;
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    private static Poll poll(int records) {
        return poll(records, records);
    }

    private static Poll poll(int records, long bytes) {
        byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
        Delivery delivery = Delivery.of(new ConsumerRecord<>("osticket.commands", 0, 0, "key", nothing));
        return new Poll(0, Collections.nCopies(records, delivery), bytes, () -> {});
    }

    private static ApplyConfig atMost(int records, int bytes) {
        return new ApplyConfig() {
            @Override
            public int workers() {
                return 1;
            }

            @Override
            public int batchSize() {
                return records;
            }

            @Override
            public int batchBytes() {
                return bytes;
            }

            @Override
            public int attempts() {
                return 3;
            }

            @Override
            public Duration firstBackOff() {
                return Duration.ofMillis(1);
            }

            @Override
            public Duration longestBackOff() {
                return Duration.ofMillis(1);
            }

            @Override
            public Duration inboxRetention() {
                return Duration.ofDays(8);
            }
        };
    }
}
