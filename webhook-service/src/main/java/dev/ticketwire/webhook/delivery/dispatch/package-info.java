/** Sends what waits: in order per ticket, fairly among receivers, again until it succeeds. */
@NullMarked
package dev.ticketwire.webhook.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
