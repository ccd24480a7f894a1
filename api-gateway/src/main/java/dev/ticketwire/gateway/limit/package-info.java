/** How much each key may ask for. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.limit;
