package dev.ticketwire.webhook.delivery;

import dev.ticketwire.webhook.delivery.dispatch.DispatchSettings;
import dev.ticketwire.webhook.delivery.event.EventSettings;
import dev.ticketwire.webhook.delivery.feed.FeedSettings;
import dev.ticketwire.webhook.send.Sender;
import dev.ticketwire.webhook.subscription.Subscriptions;
import dev.ticketwire.webhook.template.TemplateRenderer;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the engine from the start of the service to its end. */
@ApplicationScoped
class DeliveryService {
    private static final Logger LOG = Logger.getLogger(DeliveryService.class);

    private final Engine engine;
    private final Duration limit;
    private @Nullable CompletableFuture<Void> drained;

    DeliveryService(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            AgroalDataSource database,
            Subscriptions subscriptions,
            Sender sender,
            MeterRegistry meters,
            EventSettings events,
            FeedSettings feed,
            DispatchSettings dispatch,
            EngineSettings settings,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration limit) {
        this.limit = limit;
        this.engine = new Engine(
                new Engine.Parts(kafka, database, subscriptions, sender, TemplateRenderer::render, meters),
                new Engine.Settings(events, feed, dispatch, settings));
    }

    void start(@Observes StartupEvent event) {
        engine.start();
    }

    /** What keeps events from being delivered; empty if nothing does. */
    List<String> problems() {
        return engine.problems();
    }

    /** Others take over at once, while requests are still answered. */
    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        drain();
    }

    private synchronized CompletableFuture<Void> drain() {
        CompletableFuture<Void> running = drained;
        if (running == null) {
            running = CompletableFuture.runAsync(
                    this::drainNow,
                    task -> Thread.ofPlatform().name("webhook-drain").start(task));
            drained = running;
        }
        return running;
    }

    private void drainNow() {
        try {
            engine.drain(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the connections are closed. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        try {
            drain().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the last deliveries did not end in time; another replica will repeat them");
        } catch (ExecutionException e) {
            LOG.error("the last deliveries did not end in order", e.getCause());
        } finally {
            engine.close();
        }
    }
}
