/** Demands of every request to a service that the gateway signed it, and tells on whose behalf. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.identity;
