package dev.ticketwire.gateway.limit;

import dev.ticketwire.gateway.call.Operation;
import dev.ticketwire.osticket.reference.ApiKey;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which limits a key has: those of the configuration. A singleton, so that what is wrong with them stops the start. */
@Singleton
class KeyLimits {
    private static final String PREFIX = "ticketwire.limit";

    private final Limit ofAnyKey;
    private final Map<Operation, List<Limit>> limits = new EnumMap<>(Operation.class);

    /** @throws IllegalArgumentException if the configuration names an operation that there is not, or a limit below 1 */
    KeyLimits(LimitSettings settings) {
        this.ofAnyKey = Limit.configured("key", PREFIX, settings.requestsPerSecond(), settings.inFlight());
        for (String name : settings.operations().keySet()) {
            if (Arrays.stream(Operation.values())
                    .noneMatch(operation -> operation.tag().equals(name))) {
                throw new IllegalArgumentException(PREFIX + ".operations." + name + ": there is no such operation");
            }
        }
        for (Operation operation : Operation.values()) {
            limits.put(operation, configured(settings.operations().get(operation.tag()), operation.tag()));
        }
    }

    private List<Limit> configured(LimitSettings.@Nullable OfOperation of, String name) {
        Stream<Limit> own = of == null
                ? Stream.empty()
                : Stream.of(
                        Limit.configured(name, PREFIX + ".operations." + name, of.requestsPerSecond(), of.inFlight()));
        return Stream.concat(own, Stream.of(ofAnyKey))
                .filter(limit -> !limit.isNone())
                .toList();
    }

    /** Those that count for a request, empty if none do. */
    List<Limit> of(ApiKey key, Operation operation) {
        return limits.getOrDefault(operation, List.of());
    }
}
