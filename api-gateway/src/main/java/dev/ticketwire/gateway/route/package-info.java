/** Routing: from method and raw path to an operation and its handler, with the checks in their order. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.route;
