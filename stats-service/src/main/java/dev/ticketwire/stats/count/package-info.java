/** How many tickets there are: in all, by department, by agent. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.stats.count;
