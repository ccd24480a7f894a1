/** Requesters: found by their address, or created with the rows that osTicket stores for them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.user;
