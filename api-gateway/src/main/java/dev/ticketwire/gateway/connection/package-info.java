/** Connections of clients, before and between their requests. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.connection;
