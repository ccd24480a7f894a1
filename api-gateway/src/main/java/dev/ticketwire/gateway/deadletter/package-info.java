/** Dead letters: commands that the command service has given up on, for the operator to inspect, replay or discard. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.deadletter;
