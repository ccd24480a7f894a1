package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.webhook.delivery.dispatch.Dispatcher;
import dev.ticketwire.webhook.delivery.dispatch.WaitingCounts;
import dev.ticketwire.webhook.delivery.event.Events;
import dev.ticketwire.webhook.delivery.event.TopicClients;
import dev.ticketwire.webhook.delivery.store.Transactions;
import dev.ticketwire.webhook.subscription.Subscriptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything that makes deliveries. */
public final class Feed {
    private final Map<Integer, OwnedPartition> owned = new ConcurrentHashMap<>();
    private final EventFeed feed;
    private final CatchUp catchUp;
    private final Requests requests;

    /** What it works with. */
    public record Parts(
            TopicClients clients,
            Transactions transactions,
            Subscriptions subscriptions,
            WaitingCounts counts,
            Events events,
            Dispatcher dispatcher,
            MeterRegistry meters) {}

    public Feed(Parts parts, FeedSettings settings) {
        Counter missed = Counter.builder("ticketwire.webhooks.missed")
                .description("Subscriptions that missed events, because the topic no longer had them")
                .register(parts.meters());
        Ownership ownership = new Ownership(
                parts.transactions(), parts.subscriptions(), parts.counts(), parts.dispatcher(), missed, owned);
        FeedStore store = new FeedStore(
                parts.transactions(),
                parts.subscriptions(),
                settings,
                parts.counts(),
                parts.events(),
                parts.dispatcher());
        CatchUpStore late = new CatchUpStore(
                parts.transactions(), parts.subscriptions(), settings, parts.counts(), parts.dispatcher(), missed);
        feed = new EventFeed(parts.clients(), settings, ownership, store);
        catchUp = new CatchUp(late, owned, parts.clients(), settings.catchUpEvery());
        requests = new Requests(parts.transactions(), parts.counts(), parts.dispatcher(), this::partitions);
        Gauge.builder("ticketwire.webhooks.behind.events", feed, EventFeed::lag)
                .description("Events of this replica's partitions that are not deliveries yet")
                .register(parts.meters());
        Gauge.builder("ticketwire.webhooks.lag", feed, EventFeed::lagSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest event of this replica's partitions that is not a delivery yet")
                .register(parts.meters());
        Gauge.builder("ticketwire.webhooks.partitions", owned, Map::size)
                .description("Partitions of this replica")
                .register(parts.meters());
    }

    public void start() {
        feed.start();
        catchUp.start();
        requests.start();
    }

    /** Why no events become deliveries; null if they do. */
    public @Nullable String problem() {
        return feed.problem();
    }

    /** Partitions of this process. */
    public Set<Integer> partitions() {
        return Set.copyOf(owned.keySet());
    }

    /** Gives all partitions back, after what is in flight has landed. */
    public void stop() {
        requests.close();
        catchUp.close();
        feed.close();
    }

    /** Ends without anything that a killed process could not do, for tests. */
    public void kill() {
        requests.close();
        catchUp.close();
        feed.kill();
    }
}
