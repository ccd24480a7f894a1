/** A ticket while a command changes it, and the resulting rows. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.change;
