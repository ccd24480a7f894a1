package dev.ticketwire.mail.queue;

import dev.ticketwire.mail.queue.dispatch.Dispatcher;
import dev.ticketwire.mail.queue.dispatch.QueueSettings;
import dev.ticketwire.mail.queue.store.CountRows;
import dev.ticketwire.mail.queue.store.Database;
import dev.ticketwire.mail.queue.store.OldRows;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives up mails that wait for too long, and deletes in small parts what was settled long ago. */
final class Cleaning implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Cleaning.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Longer than any limit counts. */
    private static final int COUNTED_MINUTES = 120;

    private final Database database;
    private final QueueSettings settings;
    private final @Nullable Dispatcher dispatcher;
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-cleaning").factory());

    /** @param dispatcher null if no mails are sent */
    Cleaning(Database database, QueueSettings settings, @Nullable Dispatcher dispatcher) {
        this.database = database;
        this.settings = settings;
        this.dispatcher = dispatcher;
    }

    void start() {
        long every = settings.cleanEvery().toMillis();
        cleaner.scheduleWithFixedDelay(this::tryToClean, every, every, TimeUnit.MILLISECONDS);
    }

    /** A failure is harmless: the next run does the rest. */
    private void tryToClean() {
        try {
            clean();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("old mails could not be deleted, trying again later: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clean() throws SQLException, InterruptedException {
        Instant now = Instant.now();
        if (dispatcher != null) {
            dispatcher.giveUp();
        }
        Instant before = now.minus(settings.keep());
        while (database.transaction(connection -> OldRows.deleteSettledBefore(connection, before))) {
            Thread.sleep(PAUSE);
        }
        int minute = (int) Duration.between(Instant.EPOCH, now).toMinutes() - COUNTED_MINUTES;
        database.transaction(connection -> {
            CountRows.deleteBefore(connection, minute);
            return true;
        });
    }

    @Override
    public void close() {
        cleaner.shutdownNow();
    }
}
