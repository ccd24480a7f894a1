package dev.ticketwire.webhook.delivery.feed;

import dev.ticketwire.osticket.selection.View;
import dev.ticketwire.webhook.delivery.event.Event;
import dev.ticketwire.webhook.subscription.Subscription;
import dev.ticketwire.webhook.subscription.Subscription.State;
import dev.ticketwire.webhook.subscription.Subscriptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All subscriptions at one moment. Finds those that are told an event without asking each: by the event's type. For one
 * thread.
 */
final class Audience {
    private final long version;
    private final Map<Integer, Subscription> active;
    private final List<Integer> resting;
    private final Map<String, List<Subscription>> byType = new HashMap<>();

    private Audience(long version, Map<Integer, Subscription> active, List<Integer> resting) {
        this.version = version;
        this.active = active;
        this.resting = resting;
    }

    static Audience of(Subscriptions subscriptions) {
        // First: if they change meanwhile, the next look at it sees the change.
        long version = subscriptions.version();
        List<Subscription> all = new ArrayList<>(subscriptions.all());
        return new Audience(
                version,
                all.stream()
                        .filter(subscription -> subscription.state() == State.ACTIVE)
                        .collect(Collectors.toMap(Subscription::id, subscription -> subscription)),
                all.stream()
                        .filter(subscription -> subscription.state() != State.ACTIVE)
                        .map(Subscription::id)
                        .toList());
    }

    /** Whether the subscriptions have been read: before, nobody is known. */
    boolean isKnown() {
        return version > 0;
    }

    long version() {
        return version;
    }

    boolean isOf(Subscriptions subscriptions) {
        return subscriptions.version() == version;
    }

    boolean isActive(int id) {
        return active.containsKey(id);
    }

    /** Subscriptions that are told nothing now, and everything later. */
    List<Integer> resting() {
        return resting;
    }

    /** Those that are told an event, if they are as far. */
    List<Integer> of(Event event) {
        List<Integer> told = new ArrayList<>();
        for (Subscription subscription : byType.computeIfAbsent(event.type(), this::ofType)) {
            if (subscription.selection().view(event.facts()) != View.HIDDEN) {
                told.add(subscription.id());
            }
        }
        return told;
    }

    private List<Subscription> ofType(String type) {
        return active.values().stream()
                .filter(subscription -> subscription.selection().mayTell(type))
                .toList();
    }
}
