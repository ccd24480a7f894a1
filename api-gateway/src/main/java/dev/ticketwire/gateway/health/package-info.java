/** Whether the gateway can serve: in detail on the management address, as a yes or no on the public one. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.health;
