/** Entries on existing tickets: agents' responses and notes, customers' messages. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.reply;
