package dev.ticketwire.gateway.limit;

import dev.ticketwire.gateway.call.Operation;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which limits count for a request: those of its key, or else of any key, and those of any key for its operation. A
 * singleton, so that what is wrong with them stops the start.
 */
@Singleton
class KeyLimits {
    private static final String PREFIX = "ticketwire.limit";

    private final Limit ofAnyKey;
    private final Map<Operation, Limit> ofOperations = new EnumMap<>(Operation.class);
    private final Map<Operation, List<Limit>> usual = new EnumMap<>(Operation.class);

    /** @throws IllegalArgumentException if the configuration names an operation that there is not, or a limit below 1 */
    KeyLimits(LimitSettings settings) {
        this.ofAnyKey = Limit.configured("key", PREFIX, settings.requestsPerSecond(), settings.inFlight());
        settings.operations().forEach((name, of) -> {
            Operation operation = operation(name);
            ofOperations.put(
                    operation,
                    Limit.configured(name, PREFIX + ".operations." + name, of.requestsPerSecond(), of.inFlight()));
        });
        for (Operation operation : Operation.values()) {
            usual.put(operation, with(ofAnyKey, operation));
        }
    }

    private static Operation operation(String name) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.tag().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(PREFIX + ".operations." + name + ": there is no such operation"));
    }

    private List<Limit> with(Limit ofKey, Operation operation) {
        return Stream.concat(Stream.ofNullable(ofOperations.get(operation)), Stream.of(ofKey))
                .filter(limit -> !limit.isNone())
                .toList();
    }

    /**
     * Empty if nothing is limited.
     *
     * @param perSecond the key's own requests a second, null if it has no number of its own
     * @param inFlight the key's own requests at once, null likewise
     */
    List<Limit> of(@Nullable Integer perSecond, @Nullable Integer inFlight, Operation operation) {
        if (perSecond == null && inFlight == null) {
            return usual.getOrDefault(operation, List.of());
        }
        Limit own =
                new Limit(ofAnyKey.name(), own(perSecond, ofAnyKey.perSecond()), own(inFlight, ofAnyKey.inFlight()));
        return with(own, operation);
    }

    private static @Nullable Integer own(@Nullable Integer number, @Nullable Integer otherwise) {
        return number == null ? otherwise : Integer.valueOf(Math.max(1, number));
    }
}
