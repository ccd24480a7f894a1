package dev.ticketwire.webhook.delivery.dispatch;

import dev.ticketwire.webhook.delivery.store.Delivery;
import dev.ticketwire.webhook.subscription.Subscription;

/**
 * A delivery that is being sent.
 *
 * @param isDoubtful whether its receiver failed or was slow when it was sent
 */
record Flight(Receiver receiver, Lane lane, Delivery delivery, Subscription subscription, boolean isDoubtful) {}
