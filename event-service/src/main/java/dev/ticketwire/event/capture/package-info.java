/** Turns the rows of committed transactions into ticket events. */
@NullMarked
package dev.ticketwire.event.capture;

import org.jspecify.annotations.NullMarked;
