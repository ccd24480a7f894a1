/** Thread entries and the files that hang on them. */
@org.jspecify.annotations.NullMarked
package dev.ticketwire.command.entry;
