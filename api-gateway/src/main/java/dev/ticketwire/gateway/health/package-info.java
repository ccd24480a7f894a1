/** Health: with details on the management address, without on the public one. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.health;
