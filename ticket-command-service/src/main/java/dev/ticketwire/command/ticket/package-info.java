/** Shared by commands on tickets: finding and locking tickets, resolving names, department access, due dates. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.ticket;
