/** What became of a command. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.query.command;
