/** What commands on tickets share: finding and locking them, names, due dates, history. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.ticket;
