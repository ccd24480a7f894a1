/** The ticket filters of lists and statistics, as SQL conditions. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.filter;
