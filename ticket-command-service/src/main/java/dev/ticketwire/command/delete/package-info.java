/** Deleting tickets with all that hangs on them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.delete;
