package dev.ticketwire.osticket.reference;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The latest {@link Reference}. Every {@code ticketwire.reference.refresh} (default 1.5 s) a background task checks
 * whether the tables have changed, and reads them again only then; no request waits for that. While the database is
 * unavailable, the last snapshot is used for {@code ticketwire.reference.serve-stale} (default 10 minutes).
 */
@ApplicationScoped
public class ReferenceSnapshot {
    private static final Logger LOG = Logger.getLogger(ReferenceSnapshot.class);

    /**
     * Reading takes seconds on a busy machine, and a database that is away fails at once or after its connect timeout. A
     * statement that hangs must not prevent the start.
     */
    private static final Duration FIRST_READ = Duration.ofSeconds(30);

    /** SmallRye starts consumers at {@link Interceptor.Priority#LIBRARY_BEFORE}. */
    private static final int BEFORE_CHANNELS = Interceptor.Priority.LIBRARY_BEFORE - 100;

    private final ReferenceRepository repository;
    private final Duration refresh;
    private final Duration serveStale;
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("reference").unstarted(task));
    private final CountDownLatch firstTry = new CountDownLatch(1);
    private final long began = System.nanoTime();
    private volatile @Nullable Read latest;
    private volatile boolean failing;

    private record Read(Reference reference, ReferenceState state, long nanos) {}

    ReferenceSnapshot(
            ReferenceRepository repository,
            @ConfigProperty(name = "ticketwire.reference.refresh") Duration refresh,
            @ConfigProperty(name = "ticketwire.reference.serve-stale") Duration serveStale) {
        this.repository = repository;
        this.refresh = refresh;
        this.serveStale = serveStale;
    }

    /**
     * The latest snapshot.
     *
     * @throws ReferenceUnavailable if none has been read yet, or the database has been unavailable for too long
     */
    public Reference current() {
        Read read = latest;
        if (read == null || System.nanoTime() - read.nanos > serveStale.toNanos()) {
            throw new ReferenceUnavailable();
        }
        return read.reference;
    }

    /** Whether {@link #current()} would return a snapshot. */
    public boolean isAvailable() {
        Read read = latest;
        return read != null && System.nanoTime() - read.nanos <= serveStale.toNanos();
    }

    /** Seconds since the latest snapshot was found current; since the start if there is none yet. */
    double ageSeconds() {
        Read read = latest;
        return (System.nanoTime() - (read == null ? began : read.nanos)) / 1e9;
    }

    /** Reads the tables now, if they have changed. For readiness at start and for tests that changed them. */
    public synchronized void refresh() {
        Read before = latest;
        long now = System.nanoTime();
        ReferenceState state = repository.state();
        if (before != null && before.state.equals(state)) {
            latest = new Read(before.reference, state, now);
        } else {
            long version = before == null ? 1 : before.reference.version() + 1;
            latest = new Read(repository.everything(version), state, now);
        }
    }

    /**
     * The server accepts connections only afterwards: a balancer may send requests before it knows of readiness. So do
     * consumers join their group: partitions move to a new member at once, and their commands would wait.
     */
    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws InterruptedException {
        refresher.scheduleWithFixedDelay(this::refreshQuietly, 0, refresh.toMillis(), TimeUnit.MILLISECONDS);
        if (!firstTry.await(FIRST_READ.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("started without reference data: the database has not answered yet");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        refresher.shutdownNow();
    }

    private void refreshQuietly() {
        try {
            refresh();
            if (failing) {
                failing = false;
                LOG.info("the reference data can be read again");
            }
        } catch (RuntimeException e) {
            if (!failing && !refresher.isShutdown()) {
                failing = true;
                LOG.warnf("the reference data cannot be read, the last snapshot serves: %s", e.getMessage());
            }
        } finally {
            firstTry.countDown();
        }
    }
}
