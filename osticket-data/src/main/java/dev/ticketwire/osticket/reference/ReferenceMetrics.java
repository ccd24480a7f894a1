package dev.ticketwire.osticket.reference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** How long ago the database last answered this service, which reads it every few seconds. */
@ApplicationScoped
class ReferenceMetrics {
    private final ReferenceSnapshot snapshot;
    private final Instance<MeterRegistry> meters;

    ReferenceMetrics(ReferenceSnapshot snapshot, Instance<MeterRegistry> meters) {
        this.snapshot = snapshot;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        meters.forEach(registry -> Gauge.builder("ticketwire.reference.age", snapshot, ReferenceSnapshot::ageSeconds)
                .description("Since the reference data were last found current; grows while the database is away")
                .baseUnit("seconds")
                .register(registry));
    }
}
