/** Reads request bodies within limits, and decodes JSON, XML and forms to plain values. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.body;
