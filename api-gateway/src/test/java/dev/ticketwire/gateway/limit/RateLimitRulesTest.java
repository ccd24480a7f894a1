package dev.ticketwire.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.osticket.reference.ApiKey;
import dev.ticketwire.osticket.reference.KeySettings;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitRulesTest {
    private static final ApiKey KEY = key(null, null);

    private record Settings(OptionalInt requestsPerSecond, OptionalInt inFlight, Map<String, OfOperation> operations)
            implements RateLimitSettings {
        @Override
        public OptionalInt gateways() {
            return OptionalInt.empty();
        }
    }

    private record OperationLimits(OptionalInt requestsPerSecond, OptionalInt inFlight)
            implements RateLimitSettings.OfOperation {}

    @Test
    void byDefaultNothingIsLimited() {
        RateLimitRules limits = new RateLimitRules(new Settings(OptionalInt.empty(), OptionalInt.empty(), Map.of()));

        for (Operation operation : Operation.values()) {
            assertThat(limits.of(KEY, operation)).isEmpty();
        }
    }

    @Test
    void anOperationsLimitCountsBesidesTheKeys() {
        RateLimitRules limits = new RateLimitRules(new Settings(
                OptionalInt.of(100),
                OptionalInt.empty(),
                Map.of("create", new OperationLimits(OptionalInt.of(5), OptionalInt.of(2)))));

        assertThat(limits.of(KEY, Operation.CREATE))
                .containsExactly(new RateLimit("create", 5, 2), new RateLimit("key", 100, null));
        assertThat(limits.of(KEY, Operation.GET)).containsExactly(new RateLimit("key", 100, null));
    }

    @Test
    void aKeysOwnLimitsStandInForThoseOfAnyKey() {
        RateLimitRules limits = new RateLimitRules(new Settings(
                OptionalInt.of(100),
                OptionalInt.of(10),
                Map.of("create", new OperationLimits(OptionalInt.of(5), OptionalInt.empty()))));

        assertThat(limits.of(key(7, null), Operation.GET)).containsExactly(new RateLimit("key", 7, 10));
        assertThat(limits.of(key(null, 1), Operation.CREATE))
                .containsExactly(new RateLimit("create", 5, null), new RateLimit("key", 100, 1));
    }

    @Test
    void whatCannotBeMeantStopsTheStart() {
        assertThatThrownBy(() -> new RateLimitRules(new Settings(OptionalInt.of(0), OptionalInt.empty(), Map.of())))
                .hasMessageContaining("ticketwire.limit.requests-per-second");
        assertThatThrownBy(() -> new RateLimitRules(new Settings(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Map.of("creat", new OperationLimits(OptionalInt.of(5), OptionalInt.empty())))))
                .hasMessageContaining("ticketwire.limit.operations.creat");
    }

    private static ApiKey key(@Nullable Integer perSecond, @Nullable Integer inFlight) {
        KeySettings settings = new KeySettings(Departments.ALL, true, false, null, perSecond, inFlight);
        return new ApiKey(1, List.of(), List.of("0.0.0.0"), true, Set.of(), settings);
    }
}
