/** How many accepted commands are not applied yet, for metrics: also while no command service runs. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.gateway.backlog;
