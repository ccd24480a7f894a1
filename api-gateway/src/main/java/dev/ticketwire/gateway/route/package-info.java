/** From a raw path to an operation, and the order of the checks. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.route;
