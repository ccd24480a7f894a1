/** Turns events into deliveries: of the partitions that the consumer group assigns to this process. */
@NullMarked
package dev.ticketwire.webhook.delivery.feed;

import org.jspecify.annotations.NullMarked;
