/**
 * Reports on tickets that match a filter: numbers by group and by day, response and resolution times. As JSON or CSV.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.stats.report;
