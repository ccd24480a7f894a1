/** Subscriptions: their REST resources, storage, and the in-memory copy that deliveries are made from. */
@NullMarked
package dev.ticketwire.webhook.subscription;

import org.jspecify.annotations.NullMarked;
