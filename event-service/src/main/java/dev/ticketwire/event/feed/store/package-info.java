/** The feed in Kafka: publishes events with the state of the capture, and reads that state. */
@NullMarked
package dev.ticketwire.event.feed.store;

import org.jspecify.annotations.NullMarked;
