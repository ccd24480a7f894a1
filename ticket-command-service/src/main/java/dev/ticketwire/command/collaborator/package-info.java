/** People who follow a ticket without owning it. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.collaborator;
