package dev.ticketwire.mail.queue;

import dev.ticketwire.mail.queue.dispatch.Dispatcher;
import dev.ticketwire.mail.queue.dispatch.QueueSettings;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.smtp.Postman;
import dev.ticketwire.osticket.mail.MailSwitch;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends mails from the start of the service to its end, if there is a server to send them through. */
@ApplicationScoped
class MailSending {
    private static final Logger LOG = Logger.getLogger(MailSending.class);

    private final MailSwitch mails;
    private final Dispatcher dispatcher;
    private final Cleaning cleaning;
    private final Duration limit;
    private @Nullable CompletableFuture<Void> drained;

    MailSending(
            MailSwitch mails,
            AgroalDataSource source,
            Postman postman,
            QueueSettings settings,
            MeterRegistry meters,
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration limit) {
        this.mails = mails;
        this.limit = limit;
        Database database = new Database(source);
        this.dispatcher = new Dispatcher(database, postman, settings, meters, telemetry);
        this.cleaning = new Cleaning(database, settings, mails.isOn() ? dispatcher : null);
        boolean hasLimits = settings.mostPerMinute().isPresent()
                || settings.mostPerHourAndAddress().isPresent();
        new BacklogMetrics(database, hasLimits, meters);
        Gauge.builder("ticketwire.mails.enabled", mails, on -> on.isOn() ? 1 : 0)
                .description("1 if mails are sent; 0 without a relay")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        cleaning.start();
        if (mails.isOn()) {
            dispatcher.start();
        } else {
            LOG.warn("no mail is sent: ticketwire.mail.smtp-url names no relay, and accounts-only is off");
        }
    }

    boolean isOn() {
        return mails.isOn();
    }

    /** What keeps mails from being sent, but for SMTP servers; empty if nothing does. */
    List<String> problems() {
        return mails.isOn() ? dispatcher.problems() : List.of();
    }

    /** Hosts of SMTP servers that cannot be used now. */
    List<String> away() {
        return dispatcher.away();
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
                    task -> Thread.ofPlatform().name("mail-drain").start(task));
            drained = running;
        }
        return running;
    }

    private void drainNow() {
        try {
            dispatcher.drain(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the connections are closed. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        cleaning.close();
        try {
            if (mails.isOn()) {
                drain().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            LOG.warn("the last mails did not end in time; another replica will send them");
        } catch (ExecutionException e) {
            LOG.error("the last mails did not end in order", e.getCause());
        } finally {
            dispatcher.kill();
        }
    }
}
