package dev.ticketwire.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final List<RateLimit> TWO_A_SECOND = List.of(new RateLimit("key", 2, null));
    private static final List<RateLimit> TWO_AT_ONCE = List.of(new RateLimit("key", null, 2));

    private final Clock clock = new Clock();
    private final RateLimiter limiter = new RateLimiter(clock);

    private static final class Clock implements TimeMeter {
        private long nanos;

        void passMillis(long millis) {
            nanos += millis * 1_000_000;
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndThenAtThePaceOfTheLimit() {
        assertThat(limiter.enter(1, TWO_A_SECOND)).isNull();
        assertThat(limiter.enter(1, TWO_A_SECOND)).isNull();
        assertThat(code(limiter.enter(1, TWO_A_SECOND))).isEqualTo("too-many-requests");

        clock.passMillis(500);
        assertThat(limiter.enter(1, TWO_A_SECOND)).isNull();
        assertThat(code(limiter.enter(1, TWO_A_SECOND))).isEqualTo("too-many-requests");

        clock.passMillis(10_000);
        assertThat(limiter.remaining(1, TWO_A_SECOND.get(0))).isEqualTo(2);
    }

    @Test
    void theWaitIsToldInWholeSecondsRoundedUp() {
        limiter.enter(1, TWO_A_SECOND);
        limiter.enter(1, TWO_A_SECOND);

        assertThat(Objects.requireNonNull(limiter.enter(1, TWO_A_SECOND)).retryAfter())
                .isEqualTo(1);
    }

    @Test
    void everyKeyHasItsOwn() {
        limiter.enter(1, TWO_A_SECOND);
        limiter.enter(1, TWO_A_SECOND);

        assertThat(limiter.enter(2, TWO_A_SECOND)).isNull();
    }

    @Test
    void whatIsOverMakesRoomForWhatBegins() {
        assertThat(limiter.enter(1, TWO_AT_ONCE)).isNull();
        assertThat(limiter.enter(1, TWO_AT_ONCE)).isNull();
        assertThat(code(limiter.enter(1, TWO_AT_ONCE))).isEqualTo("too-many-in-flight");

        limiter.leave(1, TWO_AT_ONCE);
        assertThat(limiter.enter(1, TWO_AT_ONCE)).isNull();
    }

    @Test
    void whatIsInFlightCountsWhenTheLimitChanges() {
        assertThat(limiter.enter(1, TWO_AT_ONCE)).isNull();
        assertThat(limiter.enter(1, TWO_AT_ONCE)).isNull();
        List<RateLimit> threeAtOnce = List.of(new RateLimit("key", null, 3));

        assertThat(limiter.enter(1, threeAtOnce)).isNull();
        assertThat(code(limiter.enter(1, threeAtOnce))).isEqualTo("too-many-in-flight");
        limiter.leave(1, TWO_AT_ONCE);
        assertThat(limiter.enter(1, threeAtOnce)).isNull();
    }

    @Test
    void aRequestThatOneLimitRefusesCountsForNone() {
        RateLimit create = new RateLimit("create", 5, 5);
        List<RateLimit> limits = List.of(create, new RateLimit("key", 1, null));
        assertThat(limiter.enter(1, limits)).isNull();
        assertThat(code(limiter.enter(1, limits))).isEqualTo("too-many-requests");
        assertThat(code(limiter.enter(1, limits))).isEqualTo("too-many-requests");

        assertThat(limiter.remaining(1, create)).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(limiter.enter(1, List.of(new RateLimit("create", null, 5))))
                    .isNull();
        }
    }

    @Test
    void nothingIsKeptOfKeysThatAskNoMore() {
        for (int key = 0; key < 1000; key++) {
            limiter.enter(key, TWO_A_SECOND);
            limiter.enter(key, TWO_AT_ONCE);
            limiter.leave(key, TWO_AT_ONCE);
        }
        assertThat(limiter.size()).isEqualTo(1000);

        clock.passMillis(60_000);
        assertThat(limiter.size()).isZero();
    }

    private static @Nullable String code(RateLimiter.@Nullable Denial denial) {
        return denial == null ? null : denial.refusal().code();
    }
}
