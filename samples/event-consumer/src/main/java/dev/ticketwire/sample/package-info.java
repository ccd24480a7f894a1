/** A consumer of the ticket events, to copy. */
@NullMarked
package dev.ticketwire.sample;

import org.jspecify.annotations.NullMarked;
