/** Parents and children of tickets. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.subticket.hierarchy;
