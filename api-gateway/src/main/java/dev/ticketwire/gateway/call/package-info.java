/** One request on its way through the gateway: what it asks for, who asks, how it is answered. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.call;
