/** Collaborators of tickets: people who take part in a ticket that they do not own. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.collaborator;
