/** Serves the events to HTTP clients, as a stream and as pages. */
@NullMarked
package dev.ticketwire.event.stream;

import org.jspecify.annotations.NullMarked;
