/** A request on its way through the gateway: its target, its state and its response. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.call;
