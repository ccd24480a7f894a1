/** The audit trail: a record of every change and every refused request. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.audit;
