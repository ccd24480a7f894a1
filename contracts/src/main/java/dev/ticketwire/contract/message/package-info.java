/** Messages other than commands, outcomes and audit records, and the names of all topics. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.message;
