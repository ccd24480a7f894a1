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

/**
 * Determines the limits of a key: its own, else the configured ones. A singleton, so that a wrong configuration
 * prevents the start.
 */
@Singleton
class RateLimitRules {
    private static final String PREFIX = "ticketwire.limit";

    private final RateLimit defaultOfKey;
    private final Map<Operation, List<RateLimit>> ofOperations = new EnumMap<>(Operation.class);
    private final Map<Operation, List<RateLimit>> limits = new EnumMap<>(Operation.class);

    /** @throws IllegalArgumentException if the configuration names an unknown operation, or a limit below 1 */
    RateLimitRules(RateLimitSettings settings) {
        this.defaultOfKey = RateLimit.configured("key", PREFIX, settings.requestsPerSecond(), settings.inFlight());
        settings.operations().keySet().forEach(RateLimitRules::checkOperation);
        for (Operation operation : Operation.values()) {
            List<RateLimit> own = configured(settings.operations().get(operation.tag()), operation.tag());
            ofOperations.put(operation, own);
            limits.put(operation, with(own, defaultOfKey));
        }
    }

    private static void checkOperation(String name) {
        if (Arrays.stream(Operation.values())
                .noneMatch(operation -> operation.tag().equals(name))) {
            throw new IllegalArgumentException(PREFIX + ".operations." + name + ": there is no such operation");
        }
    }

    private static List<RateLimit> configured(RateLimitSettings.@Nullable OfOperation of, String name) {
        return of == null
                ? List.of()
                : List.of(RateLimit.configured(
                        name, PREFIX + ".operations." + name, of.requestsPerSecond(), of.inFlight()));
    }

    private static List<RateLimit> with(List<RateLimit> ofOperation, RateLimit ofKey) {
        return Stream.concat(ofOperation.stream(), Stream.of(ofKey))
                .filter(limit -> !limit.isUnlimited())
                .toList();
    }

    /** The limits that apply to a request, empty if none do. */
    List<RateLimit> of(ApiKey key, Operation operation) {
        Integer perSecond = key.settings().requestsPerSecond();
        Integer inFlight = key.settings().inFlight();
        if (perSecond == null && inFlight == null) {
            return limits.getOrDefault(operation, List.of());
        }
        RateLimit own = new RateLimit(
                defaultOfKey.name(),
                perSecond == null ? defaultOfKey.perSecond() : perSecond,
                inFlight == null ? defaultOfKey.inFlight() : inFlight);
        return with(ofOperations.getOrDefault(operation, List.of()), own);
    }
}
