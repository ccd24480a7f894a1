/** Who may do what: keys, addresses, permissions. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.access;
