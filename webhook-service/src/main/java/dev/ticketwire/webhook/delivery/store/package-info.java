/** The rows of deliveries: what waits, what was tried, and how far the topic has become rows. */
@NullMarked
package dev.ticketwire.webhook.delivery.store;

import org.jspecify.annotations.NullMarked;
