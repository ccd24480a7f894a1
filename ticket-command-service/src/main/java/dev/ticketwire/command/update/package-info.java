/** Changes tickets: fields, status, answers and notes. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.update;
