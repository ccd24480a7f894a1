/** Turns events into deliveries, and delivers each until it succeeds: in order per ticket, at least once. */
@NullMarked
package dev.ticketwire.webhook.delivery;

import org.jspecify.annotations.NullMarked;
