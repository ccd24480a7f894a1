/** The feed of ticket changes: streams and pages of the event service, and its snapshots for operators. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.stream;
