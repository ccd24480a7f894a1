/** Writes: from a request to a command on Kafka, and from its outcome to the response. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.write;
