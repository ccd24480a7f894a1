package dev.ticketwire.osticket.reference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ticketwire_build_info}: which release of a service runs, as a label. */
@ApplicationScoped
class BuildMetric {
    void register(
            @Observes StartupEvent event,
            Instance<MeterRegistry> meters,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        meters.forEach(registry -> Gauge.builder("ticketwire.build.info", () -> 1)
                .description("Always 1; the label says which release runs")
                .tag("version", version)
                .register(registry));
    }
}
