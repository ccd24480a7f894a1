package dev.ticketwire.webhook.delivery.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** How many deliveries wait, by partition and subscription, of the partitions of this process. Thread-safe. */
public final class WaitingCounts {
    private final Map<Integer, Map<Integer, Integer>> counts = new ConcurrentHashMap<>();

    /** Begins to count a partition. */
    public void begin(int partition, Map<Integer, Integer> bySubscription) {
        counts.put(partition, new ConcurrentHashMap<>(bySubscription));
    }

    /** The partition is another process's. */
    public void end(int partition) {
        counts.remove(partition);
    }

    public void add(int partition, int subscription, int number) {
        Map<Integer, Integer> of = counts.get(partition);
        if (of != null) {
            of.compute(subscription, (id, before) -> {
                int now = (before == null ? 0 : before) + number;
                return now <= 0 ? null : now;
            });
        }
    }

    /** Sets the number, as the database has it. */
    public void set(int partition, int subscription, int number) {
        add(partition, subscription, number - of(partition, subscription));
    }

    public int of(int partition, int subscription) {
        return counts.getOrDefault(partition, Map.of()).getOrDefault(subscription, 0);
    }

    /** Forgets subscriptions. */
    void removeIf(IntPredicate isUnknown) {
        counts.values().forEach(of -> of.keySet().removeIf(isUnknown::test));
    }

    public long total() {
        return counts.values().stream()
                .flatMap(of -> of.values().stream())
                .mapToLong(Integer::longValue)
                .sum();
    }
}
