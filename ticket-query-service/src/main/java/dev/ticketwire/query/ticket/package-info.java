/** One ticket with its thread. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.ticket;
