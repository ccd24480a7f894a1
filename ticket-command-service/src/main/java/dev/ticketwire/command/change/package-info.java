/** A ticket while a command changes it, and the rows that come of it. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.change;
