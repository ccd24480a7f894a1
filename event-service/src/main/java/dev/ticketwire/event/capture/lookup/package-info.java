/** Looks up in the database what the log's rows do not say. */
@NullMarked
package dev.ticketwire.event.capture.lookup;

import org.jspecify.annotations.NullMarked;
