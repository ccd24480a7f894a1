/** Thread entries, their files, thread events, and the rows of osTicket's search. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.entry;
