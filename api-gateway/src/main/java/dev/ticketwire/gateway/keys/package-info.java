/** Administration of API keys on the operator's address. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.keys;
