package dev.ticketwire.gateway.overview;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The figures and the health of this gateway itself, without a request. */
@ApplicationScoped
class OwnReading {
    /** In the place of an address. */
    static final String INSTANCE = "this";

    private final MeterRegistry meters;
    private final SmallRyeHealthReporter health;
    private final ObjectMapper json;
    private final String version;

    OwnReading(
            MeterRegistry meters,
            SmallRyeHealthReporter health,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.meters = meters;
        this.health = health;
        this.json = json;
        this.version = version;
    }

    /** May block for the health checks. */
    void note(ServiceWatch watch, Instant now) {
        watch.read(INSTANCE, Reading.of(Figure.GATEWAY, samples(), now), ready(), live());
    }

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        meters.find("ticketwire.commands.accepted")
                .counters()
                .forEach(counter -> samples.add(sample(Figure.ACCEPTED.metric, counter.count())));
        gauge(samples, "ticketwire.commands.backlog", Figure.WAITING);
        gauge(samples, "ticketwire.commands.backlog.oldest", Figure.OLDEST);
        gauge(samples, "ticketwire.dead.letters.open", Figure.DEAD_LETTERS);
        for (TimeGauge started : meters.find("process.start.time").timeGauges()) {
            samples.add(sample(Figure.STARTED, started.value(TimeUnit.SECONDS)));
        }
        samples.add(new Sample(Figure.BUILD, Map.of("version", version), 1));
        return samples;
    }

    private void gauge(List<Sample> samples, String meter, Figure figure) {
        for (Gauge gauge : meters.find(meter).gauges()) {
            samples.add(sample(figure.metric, gauge.value()));
        }
    }

    private static Sample sample(String name, double value) {
        return new Sample(name, Map.of(), value);
    }

    private Health ready() {
        return parsed(health.getReadiness());
    }

    private Health live() {
        return parsed(health.getLiveness());
    }

    private Health parsed(SmallRyeHealth reported) {
        JsonObject payload = reported.getPayload();
        return Health.parse(
                json, reported.isDown() ? 503 : 200, payload.toString().getBytes(StandardCharsets.UTF_8));
    }
}
