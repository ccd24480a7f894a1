package dev.ticketwire.event.feed;

import dev.ticketwire.binlog.Binlog;
import dev.ticketwire.event.capture.EventAssemblers;
import dev.ticketwire.event.capture.TicketStateReader;
import dev.ticketwire.event.feed.store.RequestPublisher;
import dev.ticketwire.event.feed.store.StateTopic;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs this replica's part of the feed from the start of the service to its end. */
@ApplicationScoped
class Feed {
    private @Nullable CaptureReplica replica;

    @Produces
    @Singleton
    static FeedStatus status() {
        return new FeedStatus();
    }

    @Produces
    @Singleton
    static StateTopic states(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new StateTopic(kafka);
    }

    @Produces
    @Singleton
    static RequestPublisher requests(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new RequestPublisher(kafka);
    }

    @Produces
    @Singleton
    static FeedMetrics metrics(MeterRegistry meters, OpenTelemetry telemetry, FeedStatus status) {
        return new FeedMetrics(meters, telemetry, status);
    }

    @Produces
    @Singleton
    static FeedParts parts(
            FeedSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            StateTopic states,
            Binlog binlog,
            EventAssemblers assemblers,
            TicketStateReader tickets,
            AgroalDataSource database,
            ReferenceSnapshot reference,
            FeedStatus status,
            FeedMetrics metrics) {
        return new FeedParts(
                settings,
                kafka,
                states,
                () -> binlog.log(EventAssemblers.tables()),
                assemblers::create,
                tickets::read,
                database,
                reference::current,
                status,
                metrics,
                metrics);
    }

    void start(@Observes StartupEvent event, FeedParts parts) {
        parts.states().start();
        if (parts.settings().capture()) {
            replica = new CaptureReplica(parts);
            replica.start();
        }
    }

    void stop(@Observes ShutdownEvent event, StateTopic states) {
        if (replica != null) {
            replica.close();
        }
        states.close();
    }
}
