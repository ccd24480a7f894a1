/** Messages besides commands: outcomes and audit records; the names of the Kafka topics. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.contract.message;
