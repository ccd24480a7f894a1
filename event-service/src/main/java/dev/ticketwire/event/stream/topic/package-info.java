/** Reads the topic of events: the latest from memory, older ones from Kafka. */
@NullMarked
package dev.ticketwire.event.stream.topic;

import org.jspecify.annotations.NullMarked;
