/**
 * Fills a help desk with synthetic tickets, to test Ticketwire with many of them. A ticket depends only on its running
 * number and the day, so two help desks filled in different steps are equal.
 */
@NullMarked
package dev.ticketwire.seed;

import org.jspecify.annotations.NullMarked;
