/** What a client gets for an accepted command, and asks with. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.receipt;
