/** Forwards requests: reads to the read services, other paths to osTicket's own PHP. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.proxy;
