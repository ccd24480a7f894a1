/** Who asks, and what they may see and change: how the gateway tells the services, signed, and the command service. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.identity;
