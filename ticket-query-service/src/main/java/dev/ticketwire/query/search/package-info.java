/** Pages of tickets. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.search;
