/** The public numbers of new tickets: from a sequence, or drawn at random. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.create.number;
