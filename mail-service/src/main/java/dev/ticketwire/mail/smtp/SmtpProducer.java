package dev.ticketwire.mail.smtp;

import dev.ticketwire.mail.letter.Letters;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes the postman, and ends its connections. Wrong settings end the start. */
@ApplicationScoped
class SmtpProducer {
    private static final int SWEEP_SECONDS = 10;

    private final SmtpSettings settings;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("smtp-timer").daemon().factory());
    private final Pools pools;

    SmtpProducer(SmtpSettings settings) {
        this.settings = settings;
        this.pools = new Pools(settings.connections());
    }

    @Produces
    @Singleton
    @Startup
    Postman postman(Routes routes, Letters letters) {
        Dialer dialer =
                new Dialer(settings, new Sockets(settings, HostAddresses.ofSystem(), TlsSockets.of(settings), timer));
        timer.scheduleWithFixedDelay(pools::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        return new SmtpPostman(
                settings, routes, letters, new Courier(dialer, pools), new ServerHealth(System::nanoTime), timer);
    }

    @PreDestroy
    void close() {
        pools.close();
        timer.shutdownNow();
    }
}
