/** osTicket's search rows. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.search;
