/** Commands that were given up on, for the operator to look at, send again or discard. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.deadletter;
