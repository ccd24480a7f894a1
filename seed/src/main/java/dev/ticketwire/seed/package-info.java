/**
 * A help desk full of synthetic tickets, for trying out how Ticketwire does with many of them. What a ticket holds
 * depends on its running number and the day alone, so that two help desks filled in different steps are equal.
 */
@NullMarked
package dev.ticketwire.seed;

import org.jspecify.annotations.NullMarked;
