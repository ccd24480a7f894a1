/** The status of commands, from the command service's inbox. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.command;
