package dev.ticketwire.osticket.check;

import dev.ticketwire.osticket.check.DatabaseCheck.Depth;
import dev.ticketwire.osticket.schema.TablePrefix;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks the database periodically: its structure every {@code ticketwire.database-check.refresh} (default 2 s), the
 * user's rights every {@code ticketwire.database-check.rights} (default 30 s), and everything each time while there is
 * a problem. Health checks only read the latest findings.
 */
@ApplicationScoped
public class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private final AgroalDataSource database;
    private final Purpose purpose;
    private final Duration refresh;
    private final Duration rights;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("database-check").unstarted(task));
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile @Nullable Seen latest;
    private Findings told = new Findings(List.of(), List.of());
    private long rightsSeen;
    private boolean suspect = true;

    private record Seen(Findings findings, long nanos) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - nanos > age.toNanos();
        }
    }

    DatabaseWatch(
            AgroalDataSource database,
            @ConfigProperty(name = "ticketwire.database-check.purpose") Purpose purpose,
            @ConfigProperty(name = "ticketwire.database-check.refresh") Duration refresh,
            @ConfigProperty(name = "ticketwire.database-check.rights") Duration rights) {
        this.database = database;
        this.purpose = purpose;
        this.refresh = refresh;
        this.rights = rights;
    }

    /** The latest findings, null before the first check. */
    public @Nullable Findings latest() {
        Seen seen = latest;
        return seen == null ? null : seen.findings;
    }

    /**
     * Returns if the database may be written to.
     *
     * @param notOlderThan maximum age of the latest check; if it is older, the database is checked now. From half of
     *     that age on it is checked beside the caller's work, so that one who asks again and again need not wait
     * @throws DatabaseUnusable if it must not be written to
     * @throws SQLException if it does not answer
     */
    public void require(Duration notOlderThan) throws SQLException {
        Seen seen = latest;
        Findings findings = seen == null || seen.isOlderThan(notOlderThan) ? checkEngines(notOlderThan) : seen.findings;
        if (!findings.isUsable()) {
            throw new DatabaseUnusable(String.join("\n", findings.problems()));
        }
        if (seen != null && seen.isOlderThan(notOlderThan.dividedBy(2)) && isLooking.compareAndSet(false, true)) {
            watcher.execute(() -> checkEnginesQuietly(notOlderThan.dividedBy(2)));
        }
    }

    private void checkEnginesQuietly(Duration notOlderThan) {
        try {
            checkEngines(notOlderThan);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("the database cannot be looked at: %s", e.getMessage());
        } finally {
            isLooking.set(false);
        }
    }

    /** As {@link #check()}, but checks only {@link Depth#ENGINES} as long as there is no problem. */
    private synchronized Findings checkEngines(Duration notOlderThan) throws SQLException {
        Seen before = latest;
        if (before != null && !before.isOlderThan(notOlderThan)) {
            return before.findings;
        }
        long now = System.nanoTime();
        if (before == null
                || !before.findings.isUsable()
                || !check(Depth.ENGINES).isUsable()) {
            return check();
        }
        latest = new Seen(before.findings, now);
        return before.findings;
    }

    /** Reports that a statement failed because of something missing: the next check covers everything. */
    public synchronized void suspect() {
        suspect = true;
        latest = null;
    }

    private synchronized Findings check() throws SQLException {
        long now = System.nanoTime();
        boolean withRights = suspect || now - rightsSeen > rights.toNanos();
        Findings findings = check(withRights ? Depth.ALL : Depth.STRUCTURE);
        if (withRights) {
            rightsSeen = now;
        }
        suspect = !findings.isUsable();
        logNew(findings);
        latest = new Seen(findings, now);
        return findings;
    }

    private Findings check(Depth depth) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return DatabaseCheck.of(connection, TablePrefix.value(), purpose, depth);
        }
    }

    /** Logs each finding once, when it is new. */
    private void logNew(Findings findings) {
        if (!findings.problems().equals(told.problems())) {
            findings.problems().forEach(LOG::error);
            if (findings.isUsable()) {
                LOG.info("the database can be used again");
            }
        }
        if (!findings.warnings().equals(told.warnings())) {
            findings.warnings().forEach(LOG::warn);
        }
        told = findings;
    }

    void start(@Observes StartupEvent event) {
        watcher.scheduleWithFixedDelay(this::lookQuietly, 0, refresh.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watcher.shutdownNow();
    }

    private void lookQuietly() {
        try {
            check();
        } catch (SQLException | RuntimeException e) {
            // Readiness reports the failure itself, and so does the caller that needs the database.
            LOG.debugf("the database cannot be looked at: %s", e.getMessage());
        }
    }
}
