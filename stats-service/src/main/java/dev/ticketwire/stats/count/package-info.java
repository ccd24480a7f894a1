/** The plugin's statistics: the numbers of tickets in all, by department and by agent. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.stats.count;
