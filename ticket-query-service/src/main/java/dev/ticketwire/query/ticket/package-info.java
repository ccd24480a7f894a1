/** One ticket with its thread and its children. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.ticket;
