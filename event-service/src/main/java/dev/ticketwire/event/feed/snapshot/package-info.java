/** Lets an operator publish existing tickets. */
@NullMarked
package dev.ticketwire.event.feed.snapshot;

import org.jspecify.annotations.NullMarked;
