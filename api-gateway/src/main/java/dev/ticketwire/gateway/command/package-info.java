/** Parses the requests of writes into commands. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.command;
