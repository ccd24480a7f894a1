package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscription.State;
import dev.ticketwire.webhook.subscription.Subscriptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The receivers of all active subscriptions, and the partitions of this process. For the dispatcher's thread. */
final class Receivers {
    private final DispatchSettings settings;
    private final Subscriptions subscriptions;
    private final Schedule schedule;
    private final WaitingCounts counts;
    private final Map<Integer, Receiver> active = new HashMap<>();
    /** Receivers of subscriptions that are not active any more. */
    private final Map<Integer, Receiver> closed = new HashMap<>();
    /** Revisions of subscriptions whose receivers want no more; the next revision says so, too. */
    private final Map<Integer, Integer> gone = new HashMap<>();

    private final Map<Integer, Term> terms = new HashMap<>();
    private final Map<Integer, Term> lastTerms = new HashMap<>();
    private long version;

    Receivers(DispatchSettings settings, Subscriptions subscriptions, Schedule schedule, WaitingCounts counts) {
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.schedule = schedule;
        this.counts = counts;
    }

    Collection<Receiver> all() {
        return active.values();
    }

    /** @return null if the subscription is not active */
    @Nullable
    Receiver get(int id) {
        Receiver known = active.get(id);
        if (known == null) {
            // The feed may have seen the subscription first.
            refresh();
            known = active.get(id);
        }
        return known;
    }

    /** Follows the subscriptions. */
    void refresh() {
        long now = subscriptions.version();
        if (now == version) {
            return;
        }
        List.copyOf(active.values()).forEach(this::closeUnlessActive);
        for (Subscription subscription : subscriptions.all()) {
            boolean isActive = subscription.state() == State.ACTIVE;
            if (isActive && !active.containsKey(subscription.id()) && !isGone(subscription)) {
                open(subscription.id());
            }
        }
        closed.keySet().removeIf(this::isUnknown);
        gone.keySet().removeIf(this::isUnknown);
        counts.removeIf(this::isUnknown);
        version = now;
    }

    private boolean isUnknown(int id) {
        return subscriptions.get(id) == null;
    }

    private boolean isGone(Subscription subscription) {
        return gone.getOrDefault(subscription.id(), -1) >= subscription.revision();
    }

    private void closeUnlessActive(Receiver receiver) {
        Subscription subscription = subscriptions.get(receiver.id());
        if (subscription == null || subscription.state() != State.ACTIVE) {
            close(receiver);
        }
    }

    private void open(int id) {
        Receiver receiver = new Receiver(id, settings, schedule, closed.remove(id));
        terms.values().forEach(term -> begin(receiver, term));
        active.put(id, receiver);
    }

    private void begin(Receiver receiver, Term term) {
        receiver.lanes().begin(term, counts.of(term.partition(), receiver.id()) == 0);
    }

    void close(Receiver receiver) {
        receiver.close();
        if (active.remove(receiver.id(), receiver)) {
            closed.put(receiver.id(), receiver);
        }
    }

    /** Its receiver wants no more. */
    void gone(Subscription subscription) {
        gone.put(subscription.id(), subscription.revision());
        Receiver receiver = active.get(subscription.id());
        if (receiver != null) {
            close(receiver);
        }
    }

    void begin(int partition) {
        Term term = new Term(partition, lastTerms.get(partition));
        terms.put(partition, term);
        lastTerms.put(partition, term);
        active.values().forEach(receiver -> begin(receiver, term));
    }

    /** @return completes when nothing of these partitions is in flight or unwritten */
    CompletableFuture<Void> end(Collection<Integer> partitions) {
        return CompletableFuture.allOf(partitions.stream()
                .map(terms::remove)
                .filter(term -> term != null)
                .map(this::end)
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> end(Term term) {
        active.values().forEach(receiver -> receiver.lanes().end(term));
        return term.end();
    }
}
