/** Rate limits of API keys. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.limit;
