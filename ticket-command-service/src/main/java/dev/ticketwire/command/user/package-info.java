/** Requesters: found by their address, or created together with what osTicket keeps about them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.user;
