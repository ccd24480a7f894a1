/** What readiness depends on. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.health;
