/** Publishes the events, remembers how far, and lets one replica do it. */
@NullMarked
package dev.ticketwire.event.feed;

import org.jspecify.annotations.NullMarked;
