/** Access control: API keys, client addresses and permissions. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.access;
