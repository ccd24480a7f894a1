/** One HTTP request to a subscriber: checked address, signature, limits. */
@NullMarked
package dev.ticketwire.webhook.send;

import org.jspecify.annotations.NullMarked;
