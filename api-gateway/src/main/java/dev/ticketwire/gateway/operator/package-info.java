/** What every endpoint of the operator's address has in common. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.operator;
