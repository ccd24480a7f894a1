/** Reads, passed on to the service that knows. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.proxy;
