/** Publishes tickets as they are: for a snapshot, and after a gap. */
@NullMarked
package dev.ticketwire.event.feed.copy;

import org.jspecify.annotations.NullMarked;
