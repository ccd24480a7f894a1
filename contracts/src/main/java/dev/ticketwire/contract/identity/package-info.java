/**
 * The identity of callers and their departments, which the gateway passes to the read services as a signed token and to
 * the command service in headers.
 */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.identity;
