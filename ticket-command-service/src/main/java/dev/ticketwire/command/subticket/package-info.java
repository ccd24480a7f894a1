/** Hanging tickets under others and taking them away again. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.subticket;
