/** What is said on a ticket after it was opened: agents' responses and customers' messages. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.reply;
