/** Commands: from a body to Kafka, and from its outcome to the answer. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.write;
