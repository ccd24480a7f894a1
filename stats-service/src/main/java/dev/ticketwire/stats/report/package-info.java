/** Figures about any tickets: counts by what they have in common, days, and how long answers and solutions take. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.stats.report;
