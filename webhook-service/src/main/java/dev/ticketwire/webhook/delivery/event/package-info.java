/** Events of the topic: decoding, reading at any place, and the recent ones in memory. */
@NullMarked
package dev.ticketwire.webhook.delivery.event;

import org.jspecify.annotations.NullMarked;
