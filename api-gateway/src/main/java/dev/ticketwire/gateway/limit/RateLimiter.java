package dev.ticketwire.gateway.limit;

import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refusal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts the requests of each key against its limits. Any thread. */
final class RateLimiter {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TimeMeter clock;
    private final Map<Id, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<Id, Integer> inFlight = new ConcurrentHashMap<>();

    /** @param retryAfter seconds after which the key may ask again, at least 1 */
    record Denial(Refusal refusal, int retryAfter) {}

    /** With the number, so that a limit that was changed begins anew. */
    private record Id(int key, String limit, int most) {}

    RateLimiter(TimeMeter clock) {
        this.clock = clock;
    }

    /** Counts a request that begins; null if it is within all {@code limits}, and then {@link #leave} has to follow. */
    @Nullable
    Denial enter(int key, List<RateLimit> limits) {
        Denial denial = null;
        int entered = 0;
        while (entered < limits.size() && denial == null) {
            denial = begin(key, limits.get(entered));
            entered += denial == null ? 1 : 0;
        }
        if (denial != null) {
            leave(key, limits.subList(0, entered));
            return denial;
        }
        int taken = 0;
        while (taken < limits.size() && denial == null) {
            denial = take(key, limits.get(taken));
            taken += denial == null ? 1 : 0;
        }
        if (denial != null) {
            limits.subList(0, taken).forEach(limit -> giveBack(key, limit));
            leave(key, limits);
        }
        return denial;
    }

    /** The request that was counted is over. */
    void leave(int key, List<RateLimit> limits) {
        for (RateLimit limit : limits) {
            if (limit.inFlight() != null) {
                inFlight.computeIfPresent(
                        new Id(key, limit.name(), limit.inFlight()), (id, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private @Nullable Denial begin(int key, RateLimit limit) {
        Integer most = limit.inFlight();
        if (most == null) {
            return null;
        }
        boolean[] isFull = new boolean[1];
        inFlight.compute(new Id(key, limit.name(), most), (id, count) -> {
            isFull[0] = count != null && count >= most;
            return isFull[0] ? count : Integer.valueOf(count == null ? 1 : count + 1);
        });
        return isFull[0]
                ? denial(ProblemCode.TOO_MANY_IN_FLIGHT, "Too many requests of this API key at once", 1)
                : null;
    }

    private @Nullable Denial take(int key, RateLimit limit) {
        Integer most = limit.perSecond();
        if (most == null) {
            return null;
        }
        ConsumptionProbe probe = bucket(key, limit.name(), most).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? null
                : denial(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "Too many requests of this API key, try again later",
                        wholeSeconds(probe.getNanosToWaitForRefill()));
    }

    private static Denial denial(ProblemCode code, String text, int retryAfter) {
        return new Denial(Refusal.of(code, text), retryAfter);
    }

    private void giveBack(int key, RateLimit limit) {
        if (limit.perSecond() != null) {
            bucket(key, limit.name(), limit.perSecond()).addTokens(1);
        }
    }

    private static int wholeSeconds(long nanos) {
        return (int) Math.max(1, (nanos + SECOND.toNanos() - 1) / SECOND.toNanos());
    }

    private Bucket bucket(int key, String limit, int most) {
        return buckets.computeIfAbsent(
                new Id(key, limit, most),
                id -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(most)
                                .refillGreedy(most, SECOND)
                                .build())
                        .withCustomTimePrecision(clock)
                        .build());
    }

    /** How many requests {@code limit} would let through now. */
    long remaining(int key, RateLimit limit) {
        return limit.perSecond() == null
                ? Long.MAX_VALUE
                : bucket(key, limit.name(), limit.perSecond()).getAvailableTokens();
    }

    /** Forgets buckets that are full: a new one is no different. */
    void tidy() {
        buckets.entrySet()
                .removeIf(entry ->
                        entry.getValue().getAvailableTokens() >= entry.getKey().most());
    }

    int size() {
        return buckets.size() + inFlight.size();
    }
}
