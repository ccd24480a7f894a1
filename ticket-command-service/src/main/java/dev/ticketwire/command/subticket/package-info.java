/** Links tickets to parents and unlinks them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.subticket;
