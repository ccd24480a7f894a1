/** Protection of client connections, before and between their requests. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.connection;
