package dev.ticketwire.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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

/** Counts the requests of each key against its limits. Thread-safe. */
final class RateLimiter {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** An unused bucket is full after a second, so a new one is equivalent. */
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(1);

    private final TimeMeter clock;
    private final LoadingCache<BucketKey, Bucket> buckets;
    private final Map<RunningKey, Integer> inFlight = new ConcurrentHashMap<>();

    /** Includes the maximum, so that a changed limit starts with a full bucket: a second's worth at most. */
    private record BucketKey(int apiKey, String limit, int max) {}

    /** Without the maximum: requests that run go on running when the number of gateways changes. */
    private record RunningKey(int apiKey, String limit) {}

    /** @param retryAfter seconds after which the key may try again, at least 1 */
    record Denial(Refusal refusal, int retryAfter) {}

    RateLimiter(TimeMeter clock) {
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(KEPT_UNUSED)
                .ticker(clock::currentTimeNanos)
                .build(this::newBucket);
    }

    /** Counts a request that begins. Null if it is within all {@code limits}; then {@link #leave} must follow. */
    @Nullable
    Denial enter(int apiKey, List<RateLimit> limits) {
        for (int i = 0; i < limits.size(); i++) {
            Denial denial = begin(apiKey, limits.get(i));
            if (denial != null) {
                leave(apiKey, limits.subList(0, i));
                return denial;
            }
        }
        for (int i = 0; i < limits.size(); i++) {
            Denial denial = takeToken(apiKey, limits.get(i));
            if (denial != null) {
                limits.subList(0, i).forEach(limit -> returnToken(apiKey, limit));
                leave(apiKey, limits);
                return denial;
            }
        }
        return null;
    }

    /** A counted request has ended. */
    void leave(int apiKey, List<RateLimit> limits) {
        for (RateLimit limit : limits) {
            if (limit.inFlight() != null) {
                inFlight.computeIfPresent(
                        new RunningKey(apiKey, limit.name()), (id, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    private @Nullable Denial begin(int apiKey, RateLimit limit) {
        Integer max = limit.inFlight();
        if (max == null) {
            return null;
        }
        boolean[] isFull = new boolean[1];
        inFlight.compute(new RunningKey(apiKey, limit.name()), (id, count) -> {
            isFull[0] = count != null && count >= max;
            return isFull[0] ? count : Integer.valueOf(count == null ? 1 : count + 1);
        });
        return isFull[0]
                ? denial(ProblemCode.TOO_MANY_IN_FLIGHT, "Too many requests of this API key at once", 1)
                : null;
    }

    private @Nullable Denial takeToken(int apiKey, RateLimit limit) {
        Integer max = limit.perSecond();
        if (max == null) {
            return null;
        }
        ConsumptionProbe probe = bucket(apiKey, limit.name(), max).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? null
                : denial(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "Too many requests of this API key, try again later",
                        wholeSeconds(probe.getNanosToWaitForRefill()));
    }

    private void returnToken(int apiKey, RateLimit limit) {
        if (limit.perSecond() != null) {
            bucket(apiKey, limit.name(), limit.perSecond()).addTokens(1);
        }
    }

    private static Denial denial(ProblemCode code, String text, int retryAfter) {
        return new Denial(Refusal.of(code, text), retryAfter);
    }

    private static int wholeSeconds(long nanos) {
        return (int) Math.max(1, (nanos + SECOND.toNanos() - 1) / SECOND.toNanos());
    }

    private Bucket bucket(int apiKey, String limit, int max) {
        return buckets.get(new BucketKey(apiKey, limit, max));
    }

    private Bucket newBucket(BucketKey key) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(key.max())
                        .refillGreedy(key.max(), SECOND)
                        .build())
                .withCustomTimePrecision(clock)
                .build();
    }

    /** The number of requests that {@code limit} would let through now. */
    long remaining(int apiKey, RateLimit limit) {
        return limit.perSecond() == null
                ? Long.MAX_VALUE
                : bucket(apiKey, limit.name(), limit.perSecond()).getAvailableTokens();
    }

    /** The number of counters that are kept. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize() + inFlight.size();
    }
}
