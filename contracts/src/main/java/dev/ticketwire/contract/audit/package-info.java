/** Audit records of requests that changed something or were refused. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.audit;
