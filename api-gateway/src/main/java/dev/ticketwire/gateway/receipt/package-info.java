/** Receipts for accepted commands, and the state of a command by its receipt. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.receipt;
