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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps looking at the database: its structure every {@code ticketwire.database-check.refresh} (default 2 s), the
 * user's rights every {@code ticketwire.database-check.rights} (default 30 s), and all of it each time while
 * something is wrong. Probes only read what was found.
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

    /** What was found last, null before the first look. */
    public @Nullable Findings latest() {
        Seen seen = latest;
        return seen == null ? null : seen.findings;
    }

    /**
     * Returns if the database may be written to.
     *
     * @param notOlderThan how long ago it may have been looked at; else it is looked at now
     * @throws DatabaseUnusable if it may not
     * @throws SQLException if it does not answer
     */
    public void require(Duration notOlderThan) throws SQLException {
        Seen seen = latest;
        Findings findings = seen == null || seen.isOlderThan(notOlderThan) ? glance(notOlderThan) : seen.findings;
        if (!findings.isUsable()) {
            throw new DatabaseUnusable(String.join("\n", findings.problems()));
        }
    }

    /** As {@link #look()}, but only at what endangers the next transaction, as long as that is good. */
    private synchronized Findings glance(Duration notOlderThan) throws SQLException {
        Seen before = latest;
        if (before != null && !before.isOlderThan(notOlderThan)) {
            return before.findings;
        }
        long now = System.nanoTime();
        if (before == null
                || !before.findings.isUsable()
                || !look(Depth.ENGINES).isUsable()) {
            return look();
        }
        latest = new Seen(before.findings, now);
        return before.findings;
    }

    /** A statement has failed as if something were missing: the next look is at everything. */
    public synchronized void suspect() {
        suspect = true;
        latest = null;
    }

    private synchronized Findings look() throws SQLException {
        long now = System.nanoTime();
        boolean withRights = suspect || now - rightsSeen > rights.toNanos();
        Findings findings = look(withRights ? Depth.ALL : Depth.STRUCTURE);
        if (withRights) {
            rightsSeen = now;
        }
        suspect = !findings.isUsable();
        tell(findings);
        latest = new Seen(findings, now);
        return findings;
    }

    private Findings look(Depth depth) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return DatabaseCheck.of(connection, TablePrefix.value(), purpose, depth);
        }
    }

    /** Each once, when it is new. */
    private void tell(Findings findings) {
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
            look();
        } catch (SQLException | RuntimeException e) {
            // Readiness says so itself, and so does whoever needs the database now.
            LOG.debugf("the database cannot be looked at: %s", e.getMessage());
        }
    }
}
