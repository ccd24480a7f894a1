/** Shared by all operator endpoints on the management address: token, audit, responses. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.operator;
