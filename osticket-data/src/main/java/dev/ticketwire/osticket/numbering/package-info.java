/** Ticket numbers: formats and sequences. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.osticket.numbering;
