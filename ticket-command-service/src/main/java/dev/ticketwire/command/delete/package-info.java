/** Deletes tickets with all their dependent rows. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.delete;
