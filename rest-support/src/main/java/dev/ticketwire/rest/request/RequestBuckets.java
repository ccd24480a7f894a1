package dev.ticketwire.rest.request;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.LongStream;

/** Gives the duration of a service's requests a histogram, from which quantiles over all replicas can be computed. */
final class RequestBuckets implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final double[] NANOS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (!id.getName().equals(REQUESTS)) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(NANOS)
                .build()
                .merge(config);
    }

    /** Quarkus applies every bean of this type. */
    static final class Producer {
        @Produces
        @Singleton
        MeterFilter requestBuckets() {
            return new RequestBuckets();
        }
    }
}
