package dev.ticketwire.webhook.subscription;

import dev.ticketwire.contract.identity.Departments;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.webhook.subscription.Subscription.State;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The copy in memory: rows of the database, bound by what their keys may see now. A subscription whose key may have
 * none is paused here at once, and in the database.
 */
@ApplicationScoped
class MemorySubscriptions implements Subscriptions {
    private static final Logger LOG = Logger.getLogger(MemorySubscriptions.class);
    /** Of one that is paused since its key may have none. */
    private static final Identity NOBODY = new Identity(-1, Departments.of(List.of(-1)), false);

    private final WebhookStore store;
    private final ReferenceSnapshot snapshot;
    private final WebhookSettings settings;
    private final SubscriptionMetrics metrics;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("subscriptions").unstarted(task));
    private WebhookStore.@Nullable Stored stored;
    private @Nullable Reference reference;
    private volatile Copy copy = new Copy(Map.of(), 0);
    private boolean isFailing;

    private record Copy(Map<Integer, Subscription> byId, long version) {}

    MemorySubscriptions(
            WebhookStore store, ReferenceSnapshot snapshot, WebhookSettings settings, SubscriptionMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
        this.snapshot = snapshot;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        refresher.scheduleWithFixedDelay(
                this::refreshQuietly, 0, settings.refresh().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        refresher.shutdownNow();
    }

    @Override
    public Collection<Subscription> all() {
        return copy.byId.values();
    }

    @Override
    public @Nullable Subscription get(int id) {
        return copy.byId.get(id);
    }

    @Override
    public long version() {
        return copy.version;
    }

    @Override
    public void refresh() {
        refresh(clock.instant());
    }

    private synchronized void refresh(Instant now) {
        Reference current = snapshot.current();
        WebhookStore.Stored read = store.readIfChanged(stored);
        boolean hasChanged = read != stored || current != reference;
        stored = read;
        reference = current;
        KeyRights rights = new KeyRights(current);
        if (hasChanged || hasLostRights(rights, now)) {
            copy = new Copy(bound(read, rights, current, now), copy.version + 1);
            metrics.count(read.all());
            pauseOfLostKeys(now);
        }
    }

    private boolean hasLostRights(KeyRights rights, Instant now) {
        return copy.byId.values().stream()
                .anyMatch(known -> known.state() == State.ACTIVE
                        && rights.of(known.keyId(), now).isEmpty());
    }

    private static Map<Integer, Subscription> bound(
            WebhookStore.Stored read, KeyRights rights, Reference reference, Instant now) {
        Map<Integer, Subscription> all = new HashMap<>();
        read.all().forEach(row -> all.put(row.id(), bound(row, rights.of(row.keyId(), now), reference)));
        return Map.copyOf(all);
    }

    private static Subscription bound(WebhookStore.Kept row, Optional<Identity> key, Reference reference) {
        return new Subscription(
                row.id(),
                row.revision(),
                row.keyId(),
                key.isEmpty() && row.state() == State.ACTIVE ? State.PAUSED : row.state(),
                row.filters().selection(key.orElse(NOBODY), reference),
                row.target(),
                row.template());
    }

    /** Durably, once the keys as they are now say so too: this process may not have read the newest ones. */
    private void pauseOfLostKeys(Instant now) {
        if (stored == null || lost(stored, snapshot.current(), now).isEmpty()) {
            return;
        }
        snapshot.refresh();
        List<Integer> lost = lost(stored, snapshot.current(), now);
        if (!lost.isEmpty()) {
            store.pauseForKey(lost);
            LOG.infof("%d webhooks are paused: their keys may have none", lost.size());
        }
    }

    private static List<Integer> lost(WebhookStore.Stored stored, Reference reference, Instant now) {
        KeyRights rights = new KeyRights(reference);
        return stored.all().stream()
                .filter(row -> row.state() == State.ACTIVE
                        && rights.of(row.keyId(), now).isEmpty())
                .map(WebhookStore.Kept::id)
                .toList();
    }

    private void refreshQuietly() {
        try {
            refresh();
            if (isFailing) {
                isFailing = false;
                LOG.info("the webhooks can be read again");
            }
        } catch (RuntimeException e) {
            if (!isFailing && !refresher.isShutdown()) {
                isFailing = true;
                LOG.warnf("the webhooks cannot be read, the last copy serves: %s", e.getMessage());
            }
        }
    }
}
