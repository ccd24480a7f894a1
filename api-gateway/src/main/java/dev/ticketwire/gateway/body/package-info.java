/** Request bodies: read within limits, decoded to plain values. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.body;
