package dev.ticketwire.webhook.delivery.store;

import dev.ticketwire.webhook.delivery.event.Event;

/** An event that a subscription is to be told. */
public record NewDelivery(int subscription, Event event) {}
